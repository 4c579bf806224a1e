import TestSupport

/// Throws of dice that a seed repeats.
struct Dice {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of the choices, of which there is at least one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(0...choices.count - 1)] }

  /// Different ones of the choices, in any order; as many as there are, if there are too few.
  mutating func pickSome<Choice>(_ count: ClosedRange<Int>, of choices: [Choice]) -> [Choice] {
    Array(shuffled(choices).prefix(number(count)))
  }

  mutating func list<Item>(_ count: ClosedRange<Int>, of item: (inout Dice) -> Item) -> [Item] {
    (0..<number(count)).map { _ in item(&self) }
  }

  mutating func shuffled<Item>(_ items: [Item]) -> [Item] { items.shuffled(using: &generator) }

  /// Dice of their own, so that more throws here do not change what is thrown there.
  mutating func split() -> Dice { Dice(seed: generator.next()) }
}
