/// The lists that the audit brings along, as they stand in `Data/`.
enum AuditData {
  static let innocentWords: [[UInt8]] = lines(of: PackageResources.innocent_words_txt).map { Array($0.utf8) }
  static let sentences: [String] = lines(of: PackageResources.sentences_txt)

  static let groupTables: [GroupTable] = [
    PackageResources.genders_txt, PackageResources.orientations_txt, PackageResources.religions_txt,
    PackageResources.origins_txt, PackageResources.first_names_txt, PackageResources.ages_txt,
    PackageResources.abilities_txt, PackageResources.parties_txt,
  ].flatMap { GroupTable.tables(lines(of: $0)) }

  /// The lines that say something; `#` begins a comment.
  private static func lines(of bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }
}
