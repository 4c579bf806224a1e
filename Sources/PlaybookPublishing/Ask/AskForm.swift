import DecisionModel
import PlaybookModel

/// The form: the comment first, what is known beside it folded away.
extension AskBox {
  var form: Markup {
    """
    <p class="ask-field"><label for="ask:text">The comment</label>
    <textarea id="ask:text" data-ask="text" rows="3" dir="auto" autocomplete="off"></textarea></p>
    <div class="ask-row">
    <p class="ask-field"><label for="ask:example">Try an example</label>
    <select id="ask:example" data-ask="example"><option value="">Choose one</option></select></p>
    <p class="ask-field"><label for="ask:channel">Where it stands</label>
    \(choice("ask:channel", "data-ask=\"channel\"", channels))</p>
    </div>
    <details class="ask-known"><summary>What else is known <span data-part="known"></span></summary>
    \(known)</details>
    <p class="ask-again"><button type="reset">Start again</button></p>

    """
  }

  private var channels: [(value: String, title: String)] {
    playbook.shownChannels.map { ($0.definition.name, $0.definition.label) }
  }

  private var known: Markup {
    let others = questions.others.map(field).joined()
    return """
      <p class="ask-hint">What is left empty is not known.</p>
      \(group("The comment and its author", questions.asked.map(field).joined()))\
      \(group("What the author did before", before))\(group("Modes", modes))\(group("When", when))\
      <details><summary>More</summary>
      <div class="ask-fields">\(others)</div>
      \(rest)</details>

      """
  }

  private func group(_ title: String, _ fields: Markup) -> Markup {
    if fields.isEmpty { return Markup() }
    return "<fieldset><legend>\(title)</legend>\n<div class=\"ask-fields\">\(fields)</div></fieldset>\n"
  }

  private var before: Markup {
    let strikes = playbook.ladders.map { ladder -> Markup in
      let identifier = identifier("strikes", ladder.definition.name)
      return count(
        identifier, "data-strikes=\"\(ladder.definition.name)\"", "Live strikes on “\(ladder.definition.label)”")
    }
    let earlier = questions.histories.map { history -> Markup in
      let label = history == .comments ? "Other comments a moment ago" : "Other comments with this text a moment ago"
      return count(identifier("earlier", history.rawValue), "data-earlier=\"\(history.rawValue)\"", label)
    }
    return strikes.joined() + earlier.joined()
  }

  private func count(_ identifier: String, _ says: Markup, _ label: String) -> Markup {
    """
    <p class="ask-field"><label for="\(identifier)">\(label)</label>
    <input id="\(identifier)" \(says) type="number" min="0" max="1000" step="1" inputmode="numeric"></p>

    """
  }

  private var modes: Markup {
    playbook.modes.map { mode -> Markup in
      let identifier = identifier("mode", mode.definition.name)
      return """
        <p class="ask-check"><input id="\(identifier)" data-mode="\(mode.definition.name)" type="checkbox">
        <label for="\(identifier)">\(mode.definition.label)</label></p>

        """
    }.joined()
  }

  private var when: Markup {
    """
    <p class="ask-field"><label for="ask:now">Date and time</label>
    <input id="ask:now" data-ask="now" type="datetime-local" aria-describedby="ask:now.hint">
    <span class="ask-hint" id="ask:now.hint">Clocks of \(playbook.zone.name). Left empty, it is now.</span></p>

    """
  }

  private var rest: Markup {
    """
    <p class="ask-field"><label for="ask:rest">Anything else of a comment, as JSON</label>
    <textarea id="ask:rest" data-ask="rest" rows="3" spellcheck="false" autocomplete="off"></textarea></p>

    """
  }

  /// The identifier of the field for a thing of the playbook.
  func identifier(_ kind: String, _ name: String) -> String { "ask:\(kind).\(Anchor(name).identifier)" }

  /// A choice of which nothing may be known.
  func choice(_ identifier: String, _ says: Markup, _ options: [(value: String, title: String)]) -> Markup {
    let options = options.map { "<option value=\"\($0.value)\">\($0.title)</option>" as Markup }.joined()
    return "<select id=\"\(identifier)\" \(says)><option value=\"\">Not known</option>\(options)</select>"
  }
}
