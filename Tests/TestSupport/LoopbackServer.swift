import Foundation

/// A server on this machine that says what a test wants, byte for byte: no framework would misbehave so.
public final class LoopbackServer: @unchecked Sendable {
  public struct Request: Sendable {
    public let method: String
    public let path: String
    /// By their names in small letters.
    public let headers: [String: String]
    public let body: [UInt8]
  }

  /// A connection, on which a test writes what it likes.
  public struct Connection: Sendable {
    fileprivate let descriptor: Int32

    /// Whether all was written: nothing is any more when the other side has gone.
    @discardableResult public func send(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes {
          Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if written <= 0 { return false }
        rest = rest.dropFirst(written)
      }
      return true
    }

    public func answer(_ status: Int, _ headers: [String] = [], _ body: [UInt8] = []) {
      let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)", "Connection: close"] + headers
      send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    public func answer(_ status: Int, _ headers: [String] = [], _ body: String) {
      answer(status, headers, Array(body.utf8))
    }
  }

  public let port: UInt16
  private let listener: Int32
  private let handler: @Sendable (Request, Connection) -> Void
  private let lock = NSLock()
  private var taken: [Request] = []

  /// What was asked so far.
  public var requests: [Request] { lock.withLock { taken } }

  public init(_ handler: @escaping @Sendable (Request, Connection) -> Void) throws {
    self.handler = handler
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let size = length
    let descriptor = listener
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 }
    }
    guard isBound, listen(listener, 64) == 0 else { throw POSIXError(.EADDRINUSE) }
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &length) }
    }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { self.serve() }
  }

  public func end() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  public func address(_ path: String = "/feed") -> String { "http://127.0.0.1:\(port)\(path)" }

  private func serve() {
    while true {
      let descriptor = accept(listener, nil, nil)
      if descriptor < 0 { return }
      Thread.detachNewThread {
        let connection = Connection(descriptor: descriptor)
        if let request = LoopbackServer.read(descriptor) {
          self.lock.withLock { self.taken.append(request) }
          self.handler(request, connection)
        }
        shutdown(descriptor, Int32(SHUT_WR))
        close(descriptor)
      }
    }
  }

  private static func read(_ descriptor: Int32) -> Request? {
    var bytes: [UInt8] = []
    while true {
      if let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
        let request = head(String(decoding: bytes[..<end.lowerBound], as: UTF8.self))
        let length = request?.headers["content-length"].flatMap { Int($0) } ?? 0
        if bytes.count >= end.upperBound + length {
          return request.map {
            Request(method: $0.method, path: $0.path, headers: $0.headers, body: Array(bytes[end.upperBound...]))
          }
        }
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { return nil }
      bytes += buffer[..<count]
    }
  }

  private static func head(_ text: String) -> (method: String, path: String, headers: [String: String])? {
    let lines = text.components(separatedBy: "\r\n")
    let parts = lines[0].split(separator: " ").map(String.init)
    guard parts.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return (parts[0], parts[1], headers)
  }
}

/// Serves while a test runs.
public func withServer<Result>(
  _ handler: @escaping @Sendable (LoopbackServer.Request, LoopbackServer.Connection) -> Void,
  _ body: (LoopbackServer) async throws -> Result
) async throws -> Result {
  let server = try LoopbackServer(handler)
  defer { server.end() }
  return try await body(server)
}

/// What a closure gives that waits, on a thread of its own: the threads that run tests are as few as the cores, and who
/// waits on one of them keeps the system's own work from it.
public func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: .init(catching: body)) }
  }
}
