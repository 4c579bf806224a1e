import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads JUnit's XML as a CI system would.
final class JUnitReader: NSObject, XMLParserDelegate {
  struct Case {
    let name: String
    let file: String
    var outcome = "passed"
    var attributes: [String: String] = [:]
    var text = ""
  }

  struct NotWellFormed: Error { let reason: String }

  private(set) var cases: [Case] = []
  private(set) var suites: [[String: String]] = []

  static func cases(of xml: String) throws -> [Case] { try read(xml).cases }

  static func read(_ xml: String) throws -> JUnitReader {
    let reader = JUnitReader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw NotWellFormed(reason: "\(String(describing: parser.parserError))") }
    return reader
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "testsuite": suites.append(attributes)
    case "testcase": cases.append(Case(name: attributes["name"] ?? "", file: attributes["classname"] ?? ""))
    case "failure", "skipped", "system-out":
      cases[cases.count - 1].outcome = element
      cases[cases.count - 1].attributes = attributes
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let last = cases.indices.last, cases[last].outcome != "passed" else { return }
    cases[last].text += text
  }
}
