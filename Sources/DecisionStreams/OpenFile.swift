import Foundation

/// A file, pipe or terminal, read and written as the system does it: without a buffer, in large pieces.
public final class OpenFile: Sendable {
  public static let standardInput = OpenFile(descriptor: 0, name: "standard input")
  public static let standardOutput = OpenFile(descriptor: 1, name: "standard output")

  /// What messages call it.
  public let name: String
  private let descriptor: Int32

  private init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Opens a file to read it from its beginning.
  public convenience init(reading path: String) throws(StreamProblem) {
    try self.init(path, O_RDONLY)
  }

  /// Opens a file to write to it from its beginning; it is made where there is none, and is not emptied.
  ///
  /// - Parameter alsoReading: Whether it is read, too.
  public convenience init(writing path: String, alsoReading: Bool = false) throws(StreamProblem) {
    try self.init(path, (alsoReading ? O_RDWR : O_WRONLY) | O_CREAT)
  }

  private convenience init(_ path: String, _ flags: Int32) throws(StreamProblem) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .system(path) }
    self.init(descriptor: descriptor, name: path)
  }

  deinit { if descriptor > 2 { close(descriptor) } }

  /// Reads what is there, at most what the buffer holds, and waits where nothing is; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamProblem) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .system("\(name) could not be read") }
    }
  }

  /// Writes all bytes, and waits as long as nobody takes them.
  func write(_ bytes: UnsafeRawBufferPointer) throws(StreamProblem) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EPIPE {
        throw .readerWentAway
      } else if errno != EINTR {
        throw .system("\(name) could not be written")
      }
    }
  }

  /// Whether reading would not wait: something is there, or the end.
  var hasInputAtHand: Bool {
    var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&asked, 1, 0) > 0
  }
}

// What only files have.
extension OpenFile {
  /// The length in bytes; nil of what is no regular file.
  public var length: Int? {
    guard let status, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether both are the same file, whatever they are called.
  public func isSame(as other: OpenFile) -> Bool {
    guard let status, let theirs = other.status else { return false }
    return length != nil && status.st_dev == theirs.st_dev && status.st_ino == theirs.st_ino
  }

  /// Takes away what stands in it; what is no regular file has nothing to take away.
  public func empty() throws(StreamProblem) {
    if length != nil { try cut(to: 0) }
  }

  /// Cuts off what follows the first bytes, and goes on writing there.
  func cut(to length: Int) throws(StreamProblem) {
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) >= 0 else {
      throw .system("\(name) could not be cut")
    }
  }

  /// Reads from a place on, as many bytes as the buffer holds.
  func read(into buffer: UnsafeMutableRawBufferPointer, at place: Int) throws(StreamProblem) {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, off_t(place + filled))
      if count > 0 {
        filled += count
      } else if count == 0 || errno != EINTR {
        throw .system("\(name) could not be read")
      }
    }
  }

  private var status: stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }
}
