import DecisionModel

/// What a page may load and run: its own styles and scripts, known by their digests, and nothing else.
struct ContentPolicy {
  let styles: [String]
  let scripts: [String]
  let connections: [String]
  /// Whether what its scripts load is run, too.
  let loadsScripts: Bool

  /// As the header `Content-Security-Policy` has it.
  var text: String {
    let trusted = scripts.map(digest) + (loadsScripts ? ["'strict-dynamic'"] : [])
    let rules = [
      ("default-src", []), ("style-src", styles.map(digest)), ("script-src", trusted),
      ("connect-src", connections), ("base-uri", []), ("form-action", []),
    ]
    return rules.map { name, sources in
      ([name] + (sources.isEmpty ? ["'none'"] : sources)).joined(separator: " ")
    }.joined(separator: "; ")
  }

  private func digest(_ text: String) -> String { "'sha256-\(base64(sha256(Array(text.utf8))))'" }
}
