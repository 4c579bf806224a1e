/// The files that playbooks import as `std/…`. They are part of the compiler itself.
public enum StandardLibrary {
  /// The names of the files, as imports write them after `std/`.
  public static let names = files.map(\.name)

  /// The bytes of a file; nil if there is none of that name.
  public static func file(named name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

  private static let files: [(name: String, bytes: [UInt8])] = [
    ("channels", PackageResources.channels_yaml),
    ("reply-steps", PackageResources.reply_steps_yaml),
    ("reply-standards", PackageResources.reply_standards_yaml),
  ]
}
