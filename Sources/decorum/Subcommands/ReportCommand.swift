import ArgumentParser
import AuthorLedger
import DecisionModel
import Foundation

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Say how soon comments were answered, and what came of them.",
    discussion: """
      The figures are about the comments that were decided between --from and --to, and about what had come of them \
      at the end. A table for other programs is csv; html is one page that asks for nothing else.
      """)

  @Option(help: "From which time on, such as 2026-12-01; by default from the beginning.")
  var from: String?

  @Option(help: "Before which time; by default until now.")
  var to: String?

  @OptionGroup var output: ReportOutput
  @OptionGroup var zone: ZoneOptions
  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let ledger = try ledger.open()
    let zone = zone.table(else: try CaseDesk(ledger).zone())
    let (start, end) = (try from.map { try moment($0, in: zone) }, try moment(to, in: zone))
    let report = try ledgerWork { try ledger.report(from: start, to: end, in: zone) }
    try output.write(report, of: "the ledger \(ledger.name)")
  }
}

/// The forms of a report, and where each is written.
struct ReportOutput: ParsableArguments {
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, csv, json, html }

  @Option(help: "How it is written: text, csv, json or html.")
  var format: Form?

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(
      "A file to write it to, in the form of its ending: .csv, .json, .html, .txt. May be repeated.", valueName: "file")
  )
  var files: [String] = []

  func validate() throws {
    for file in files where format == nil && ReportOutput.form(of: file) == nil {
      throw ValidationError("`\(file)` has no ending of a report: .csv, .json, .html or .txt.")
    }
    if format != nil, files.count > 1 { throw ValidationError("With --format there is one --out.") }
  }

  func write(_ report: LedgerReport, of origin: String) throws {
    for file in files {
      guard let form = format ?? ReportOutput.form(of: file) else { continue }
      do {
        try Data(text(of: report, as: form, colours: false, origin).utf8)
          .write(to: URL(fileURLWithPath: file), options: .atomic)
      } catch { throw Failure("\(file) could not be written") }
    }
    guard files.isEmpty else { return }
    try Output.write(
      Array(text(of: report, as: format ?? .text, colours: Terminal.output.hasColours, origin).utf8))
    try Output.flush()
  }

  private func text(of report: LedgerReport, as form: Form, colours: Bool, _ origin: String) -> String {
    switch form {
    case .text: LedgerReportText(report: report, style: ReportStyle(hasColours: colours)).text + "\n"
    case .csv: report.csv
    case .json: String(decoding: report.json, as: UTF8.self) + "\n"
    case .html: LedgerDocument(report: report, origin: origin).html
    }
  }

  private static func form(of file: String) -> Form? {
    let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init)
    return ending == "txt" ? .text : ending.flatMap(Form.init)
  }
}
