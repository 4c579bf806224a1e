import DecisionModel
public import PlaybookModel

/// The box in which a reader asks the playbook: a comment and what is known go in, and the page itself decides, with the
/// program that `decorum decide` decides by. Only for the internal page, for the program holds all of the playbook.
///
/// Of a program that is too large for a page, the section says how to ask it on the command line.
///
/// - Parameters:
///   - program: the compiled playbook, as its file holds it.
///   - engine: the engine in JavaScript, as one module.
public func askBox(_ playbook: Playbook, program: [UInt8], engine: [UInt8]) -> PagePart {
  let heading = Document.Heading(level: 2, anchor: Anchor("ask"), text: "Ask the playbook")
  let box = AskBox(playbook.forReaders)
  if program.count > largestProgram { return PagePart(.section(heading), markup: box.tooLarge) }
  return PagePart(
    .section(heading), markup: box.markup, style: AskFiles.style, scripts: [AskFiles.script(after: engine)],
    data: [
      .json(box.data, identifier: "ask:playbook"), .bytes(zlibStream(program), identifier: "ask:program"),
    ])
}

/// The bytes of a program that a page carries at the most: some 30,000 words, of which a telephone still makes little.
private let largestProgram = 8 << 20

/// The form and the data of the box, made of one playbook.
struct AskBox {
  let playbook: Playbook
  let arrangement: Arrangement
  let questions: AskQuestions

  init(_ playbook: Playbook) {
    self.playbook = playbook
    arrangement = Arrangement(playbook) { _ in nil }
    questions = AskQuestions(playbook, arrangement)
  }

  /// The file of the program, as `decorum build` names it.
  var programFile: String { playbook.name + ".decorum" }

  fileprivate var tooLarge: Markup {
    "<p>This playbook is too large to be asked in its page. \(onTheCommandLine)</p>\n"
  }

  /// The form, and the places for the answer. Without scripts and on paper only the command is seen.
  fileprivate var markup: Markup {
    """
    <form id="ask:box" class="ask" hidden>
    <p>Type a comment, and this page says what to do and why, clause by clause. What you type stays here.</p>
    \(form)\(answer)</form>
    <p>\(onTheCommandLine)</p>

    """
  }

  private var onTheCommandLine: Markup {
    "On the command line: <code>decorum decide \(programFile) 'the comment'</code>"
  }

  private var answer: Markup {
    """
    <div class="ask-answer" data-part="answer" tabindex="-1" hidden>
    <div class="ask-verdict" data-part="verdict"></div>
    <p class="ask-summary" role="status" data-part="summary"></p>
    <div data-part="view"></div>
    <div data-part="more">
    <details><summary>The whole decision as JSON</summary><pre tabindex="0"><code data-part="json"></code></pre></details>
    <p class="ask-copies" data-part="copies"></p>
    </div>
    </div>

    """
  }
}
