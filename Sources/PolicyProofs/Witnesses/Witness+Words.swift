public import DecisionModel

extension Witness {
  /// The comment as a playbook's tests write it: its text in quotes, or where more must be known a mapping on one line.
  ///
  /// - Parameter program: the one that judged it.
  public func written(in program: DecisionProgram) -> String {
    let text = quoted(comment.text)
    var groups: [(name: String, entries: [String])] = []
    func add(_ entry: String, to group: String) {
      if let place = groups.firstIndex(where: { $0.name.utf8.elementsEqual(group.utf8) }) {
        groups[place].entries.append(entry)
      } else {
        groups.append((group, [entry]))
      }
    }
    for (place, value) in comment.facts.sorted(by: { $0.key < $1.key }) {
      let (group, key) = BuiltInFact.place(of: program.facts[place].name)
      add("\(key): \(written(value))", to: group)
    }
    for (place, history) in comment.histories.sorted(by: { $0.key < $1.key }) {
      add("\(program.ladders[place].name): \(written(history, on: program.ladders[place]))", to: "history")
    }
    for (history, instants) in comment.earlier.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add("\(history.rawValue): [\(instants.map(\.description).joined(separator: ", "))]", to: "history")
    }
    var entries = groups.map { "\($0.name): {\($0.entries.joined(separator: ", "))}" }
    if !comment.modes.isEmpty {
      entries.append("modes: [\(comment.modes.sorted().map { program.modes[$0] }.joined(separator: ", "))]")
    }
    if isTimed { entries.append("now: \(comment.now)") }
    return entries.isEmpty ? text : "{text: \(text), \(entries.joined(separator: ", "))}"
  }

  /// The number of strikes, where it says which rungs were carried out.
  private func written(_ history: LadderHistory, on ladder: LadderRule) -> String {
    if history == LadderHistory(strikes: history.strikes, doneAllOf: ladder) { return "\(history.strikes)" }
    let done = history.done.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    return "{strikes: \(history.strikes)\(done.isEmpty ? "" : ", done: [\(done)]")}"
  }

  private func written(_ value: FactValue) -> String {
    switch value {
    case .number(let number): NumberPrinter.text(of: number)
    case .duration(let seconds): lengthText(seconds: seconds)
    case .yesNo(let isYes): isYes ? "yes" : "no"
    case .instant(let instant): instant.description
    case .bytes(let bytes): quoted(bytes)
    case .words(let words) where words.count == 1: quoted(words[0].written)
    case .words(let words): "[\(words.map { quoted($0.written) }.joined(separator: ", "))]"
    }
  }

  /// A text between double quotes, as YAML and JSON read it.
  private func quoted(_ bytes: [UInt8]) -> String {
    var writer = JSONWriter()
    writer.value(.text(String(decoding: bytes, as: UTF8.self)))
    return writer.text
  }
}
