import DecisionModel

/// A field for each fact, by its type.
extension AskBox {
  func field(_ question: AskQuestions.Question) -> Markup {
    let identifier = identifier("fact", question.name)
    let says: Markup = "data-fact=\"\(question.name)\""
    let hint = hint(of: question)
    let described: Markup = hint.isEmpty ? "" : " aria-describedby=\"\(identifier).hint\""
    let shownHint: Markup = hint.isEmpty ? "" : "\n<span class=\"ask-hint\" id=\"\(identifier).hint\">\(hint)</span>"
    return """
      <p class="ask-field"><label for="\(identifier)">\(question.label)</label>
      \(input(question, identifier, says + described))\(shownHint)</p>

      """
  }

  private func input(_ question: AskQuestions.Question, _ identifier: String, _ says: Markup) -> Markup {
    switch question.type {
    case .yesNo: choice(identifier, says, [("yes", "Yes"), ("no", "No")])
    case .word where question.isChoice: choice(identifier, says, question.words.map { ($0, $0.withLargeInitial) })
    case .word: line(identifier, says + suggestions(question, identifier)) + suggested(question, identifier)
    case .number: "<input id=\"\(identifier)\" \(says) type=\"number\" step=\"any\">"
    case .duration: length(question, identifier, says)
    case .instant: "<input id=\"\(identifier)\" \(says) type=\"datetime-local\">"
    case .words, .text, .identity: line(identifier, says)
    }
  }

  private func line(_ identifier: String, _ says: Markup) -> Markup {
    "<input id=\"\(identifier)\" \(says) type=\"text\" dir=\"auto\" autocomplete=\"off\" spellcheck=\"false\">"
  }

  private func suggestions(_ question: AskQuestions.Question, _ identifier: String) -> Markup {
    question.words.isEmpty ? "" : " list=\"\(identifier).words\""
  }

  private func suggested(_ question: AskQuestions.Question, _ identifier: String) -> Markup {
    let options = question.words.map { "<option value=\"\($0)\"></option>" as Markup }.joined()
    return question.words.isEmpty ? "" : "<datalist id=\"\(identifier).words\">\(options)</datalist>"
  }

  private func length(_ question: AskQuestions.Question, _ identifier: String, _ says: Markup) -> Markup {
    let units = ["second", "minute", "hour", "day", "week"].map { unit -> Markup in
      let chosen: Markup = unit == "day" ? " selected" : ""
      return "<option value=\"\(unit)\"\(chosen)>\(unit)s</option>"
    }
    return """
      <span class="ask-length"><input id="\(identifier)" \(says) type="number" min="0" step="any">
      <select data-unit="\(question.name)" aria-label="Unit of: \(question.label)">\(units.joined())</select></span>
      """
  }

  private func hint(of question: AskQuestions.Question) -> String {
    let several = question.type == .words ? "With commas between them" : nil
    let words = question.words.isEmpty || question.type != .words ? nil : question.words.joined(separator: ", ")
    let form = [several, words].compactMap { $0 }.joined(separator: ", such as ")
    return [question.hint, form.isEmpty ? nil : form + "."].compactMap { $0 }.joined(separator: " ")
  }
}

extension AskQuestions.Question {
  /// Whether nothing but its words can be said of it.
  var isChoice: Bool { name == "post.visibility" }
}
