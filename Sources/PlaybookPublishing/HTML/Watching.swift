import DecisionModel

/// What a page knows of the build that made it, so that it notices the next one.
public struct WatchedPage: Sendable {
  /// The file that says what was built last, beside the pages.
  public static let news = "decorum.watch.js"

  public let name: String
  /// Another one for each build that may have made another page.
  public let state: String

  public init(_ name: String, state: String) {
    self.name = name
    self.state = state
  }

  /// The part of a page that loads it anew after the next build, and shows the findings of that.
  public var part: PagePart {
    PagePart(
      .banner,
      markup: """
        <section class="findings" aria-label="Findings" role="status" data-page="\(name)" data-state="\(state)" hidden>
        <h2>Findings</h2>
        <pre tabindex="0"></pre>
        </section>

        """,
      style: PageFiles.watchingStyle, scripts: [PageFiles.watching], loadsScripts: true)
  }

  /// The text of the file that pages load: which pages there are, and what is wrong with the playbooks.
  public static func news(_ pages: [WatchedPage], findings: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("states")
      writer.object { for page in pages { $0.member(page.name, page.state) } }
      writer.key("findings")
      writer.string(findings)
    }
    return "decorumWatch(\(writer.text))\n"
  }
}
