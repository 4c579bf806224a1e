import Foundation

/// What changes of a file when it is saved; nothing of it where there is none.
struct FileStamp: Equatable {
  private let modified: Date?
  private let size: Int?
  /// Editors that save to a new file and rename it leave another one.
  private let number: Int?

  init(of path: String) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    modified = attributes?[.modificationDate] as? Date
    size = (attributes?[.size] as? NSNumber)?.intValue
    number = (attributes?[.systemFileNumber] as? NSNumber)?.intValue
  }
}

/// The files that a playbook was made of, and those that it looked for, each as it was right before it was read.
final class ReadFiles: @unchecked Sendable {
  // Under the lock.
  private let lock = NSLock()
  private var stamps: [(path: String, stamp: FileStamp)] = []

  func note(_ path: String) {
    let stamp = FileStamp(of: path)
    lock.withLock { stamps.append((path, stamp)) }
  }

  var count: Int { lock.withLock { stamps.count } }

  /// Whether one of them is another one by now, or gone, or there.
  var areChanged: Bool {
    lock.withLock { stamps }.contains { FileStamp(of: $0.path) != $0.stamp }
  }

  /// The files as they are now, so that nothing counts as changed until it is saved again.
  var now: [FileStamp] { lock.withLock { stamps }.map { FileStamp(of: $0.path) } }
}
