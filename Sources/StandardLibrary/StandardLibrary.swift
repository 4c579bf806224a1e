/// The files that playbooks import as `std/…`. They are part of the compiler itself.
public enum StandardLibrary {
  /// The names of the files, as imports write them after `std/`.
  public static let names = files.map(\.name)

  /// The bytes of a file; nil if there is none of that name.
  public static func file(named name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

  private static let files: [(name: String, bytes: [UInt8])] = [
    ("channels", PackageResources.channels_yaml),
    ("insults", PackageResources.insults_yaml),
    ("personal-data", PackageResources.personal_data_yaml),
    ("press-and-legal", PackageResources.press_and_legal_yaml),
    ("reply-standards", PackageResources.reply_standards_yaml),
    ("reply-steps", PackageResources.reply_steps_yaml),
    ("service-words", PackageResources.service_words_yaml),
    ("spam-signs", PackageResources.spam_signs_yaml),
    ("threats", PackageResources.threats_yaml),
    ("troll-signs", PackageResources.troll_signs_yaml),
  ]
}
