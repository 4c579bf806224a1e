import Diagnostics
import PlaybookAnalysis

/// A playbook while somebody writes it: what is found in it now, and what was made of it when it last had no errors.
struct WatchedPlaybook {
  let path: String
  private(set) var files = ReadFiles()
  /// Nil where it cannot be read.
  private(set) var analysis: Analysis?
  /// Why it cannot be read.
  private(set) var trouble: String?
  private(set) var lastGood: Site.Entry?

  init(path: String) { self.path = path }

  /// What its readers see as long as it cannot be built.
  var delay: String? {
    guard analysis?.hasErrors ?? true else { return nil }
    return "\(visible(path)) \(lastGood == nil ? "is not built yet" : "keeps its last good documents")"
  }

  /// Reads it anew, and makes its files unless it has errors.
  mutating func build(_ site: Site, _ reading: ReadingOptions) throws {
    files = ReadFiles()
    do {
      let analysis = try reading.analyse(path, noting: files.note)
      (self.analysis, trouble) = (analysis, nil)
      if !analysis.hasErrors { lastGood = try site.entry(of: analysis, at: path) }
    } catch let failure as Failure {
      (analysis, trouble) = (nil, failure.description)
    }
  }
}
