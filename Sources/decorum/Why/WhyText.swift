import DecisionEngine
import DecisionModel
import DecisionOracle
import Diagnostics
import PlaybookTesting
import PolicyProofs

/// What a person reads of why a comment is decided so.
struct WhyText {
  private let answer: WhyAnswer
  private let show: Int
  private let style: ReportStyle

  init(_ answer: WhyAnswer, show: Int, _ style: ReportStyle) {
    self.answer = answer
    self.show = show
    self.style = style
  }

  var text: String {
    ([head] + reasons + [ways, proof]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var program: DecisionProgram { answer.program }

  private var head: String {
    let marked = MarkedText(answer.comment.text, answer.decision.because.flatMap(\.found).compactMap(\.hit), style).text
    return "\(marked)\n\(visible(verdict))"
  }

  private var verdict: String {
    let category = answer.decision.category ?? "no category"
    guard let wanted = answer.question.wanted else { return "is `\(category)`" }
    let name = wanted.name(in: program)
    switch wanted {
    case .category: return answer.isThere ? "is `\(name)`" : "is `\(category)`, not `\(name)`"
    case .escalation:
      return "is `\(category)`, and `\(name)` \(answer.isThere ? "holds" : "does not hold")"
    }
  }

  /// The conditions that made it so: of the category that it has, and of the one that was expected.
  private var reasons: [String] {
    var shown: [(title: String, anchor: String)] = []
    let own = program.categories.first { $0.name == answer.decision.category }
    if answer.question.wanted == nil || answer.isThere || answer.taker != nil, let own {
      let before = answer.taker.map { "`\($0)` stands first and takes it" } ?? "`\(own.name)` holds"
      shown.append((own.clause == nil ? "no category above `\(own.name)` holds" : before, own.place.anchor))
    }
    if let wanted = answer.question.wanted {
      let anchor = wanted.anchor(in: program)
      let holds = answer.trace(of: anchor)?.holds == true
      if !shown.contains(where: { $0.anchor.utf8.elementsEqual(anchor.utf8) }) {
        shown.append(("`\(wanted.name(in: program))` \(holds ? "would hold, too" : "does not hold")", anchor))
      }
    }
    return shown.map { title, anchor in
      let trace = answer.trace(of: anchor).map { explanation(of: [$0], colours: style.hasColours) }
      return "\(style.heading(visible(title)))\n\(trace ?? "")"
    }
  }

  private var ways: String {
    guard let found = answer.found, let wanted = answer.question.wanted, let first = found.ways.first else { return "" }
    let count = first.changes.count
    let what = count == 1 ? "one change" : "\(count) changes"
    let more = found.ways.count - show
    let title =
      "To get to `\(wanted.name(in: program))` takes \(what)\(found.isComplete ? "" : ", as far as was tried")"
    let lines = found.ways.prefix(show).enumerated().flatMap { number, way in
      ["\(number + 1). \(way.changes.map { visible($0.words) }.joined(separator: "; "))"]
        + (way.comment["text"] == answer.question.comment["text"]
          ? [] : [style.faint("   “\(visible(way.comment["text"]?.text ?? ""))”")])
    }
    return style.section(title, lines + (more > 0 ? ["… and \(more) more ways of as many changes"] : []))
  }

  private var proof: String {
    guard let proof = answer.proof, let wanted = answer.question.wanted else { return "" }
    let name = "`\(wanted.name(in: program))`"
    switch proof {
    case .impossible(let core):
      let takers = core.failing.compactMap { clause -> String? in
        if case .category(let place) = clause { "`\(program.categories[place].name)`" } else { nil }
      }
      let why = takers.isEmpty ? "" : ": what it would take is taken before it by \(takers.joined(separator: ", "))"
      return visible("no comment can get to \(name)\(why)")
    case .possible(let witness):
      return "no way of at most \(WaySearch.mostChanges) changes was found; a comment that gets there: "
        + visible(witness.written(in: program))
    case .notDecided(let why): return visible("no way to \(name) was found, and none was ruled out: \(why)")
    }
  }
}
