import DecisionModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import FeedWatching

private let now = Instant(seconds: 1_796_000_000)
private let feed = atomFeed([atomEntry("1", "one")])

private func quick(bytes: Int = 4 << 20) -> WebBounds {
  var bounds = WebBounds()
  (bounds.silence, bounds.whole, bounds.bytes) = (5, 2, bytes)
  return bounds
}

private func ask(
  _ server: LoopbackServer, _ path: String = "/feed", _ marks: FeedMarks = FeedMarks(), _ bounds: WebBounds = quick()
) async throws -> FeedAnswer {
  let address = try #require(WebAddress(server.address(path)))
  return try await onOwnThread { WebFeeds(bounds).ask(for: address, knowing: marks, now: now) }
}

extension FeedAnswer {
  fileprivate var words: String {
    if case .failed(let problem, _) = self { problem.sentence } else { "\(self)" }
  }
}

@Suite("Feeds of the web", .serialized) struct WebFeedTests {
  @Test func `a feed comes with its marks, and is asked for by them`() async throws {
    try await withServer { request, connection in
      if request.headers["if-none-match"] == "\"a\"" && request.headers["if-modified-since"] == "yesterday" {
        connection.answer(304, ["ETag: \"a\""])
      } else {
        connection.answer(
          200, ["ETag: \"a\"", "Last-Modified: yesterday", "Content-Type: text/plain", "Set-Cookie: a=b"], feed)
      }
    } _: { server async throws in
      let marks = FeedMarks(etag: Array("\"a\"".utf8), lastModified: Array("yesterday".utf8))
      #expect(
        try await ask(server) == .feed(bytes: feed, contentType: Array("text/plain".utf8), marks, movedTo: nil))
      #expect(try await ask(server, "/feed", marks) == .unchanged)
      let requests = server.requests
      #expect(requests.map { $0.headers["cookie"] } == [nil, nil])
      #expect(requests.allSatisfy { $0.headers["user-agent"] == "decorum/0.1 (feed watcher)" })
      #expect(requests.allSatisfy { $0.headers["accept-encoding"] == "identity" })
      #expect(requests.allSatisfy { $0.headers["authorization"] == nil })
    }
  }

  @Test(arguments: [
    (410, [], nil as Int64?), (500, [], nil), (404, [], nil), (403, [], nil), (204, [], nil), (206, [], nil),
    (300, [], nil),
    (429, ["Retry-After: 120"], 120), (503, ["Retry-After: 99999999999999999999999"], 604_800),
    (503, ["Retry-After: \(HTTPDate(now.adding(seconds: 90)))"], 90),
    (503, ["Retry-After: \(HTTPDate(now.adding(seconds: -90)))"], 0), (503, ["Retry-After: soon"], nil),
  ]) func `what is no feed is told, with how long to leave the server alone`(
    _ status: Int, _ headers: [String], _ rest: Int64?
  ) async throws {
    try await withServer { _, connection in
      connection.answer(status, headers, feed)
    } _: { server async throws in
      let answer = try await ask(server)
      if status == 410 { return #expect(answer == .gone) }
      guard case .failed(let problem, let leaveAlone) = answer else { throw FeedProblem("\(answer)") }
      #expect(problem.sentence.contains("\(status)"))
      #expect(leaveAlone == rest)
    }
  }

  // MARK: Ways

  @Test func `a way of five is followed, and one that lasts is told`() async throws {
    try await withServer { request, connection in
      let step = Int(request.path.dropFirst()) ?? 0
      step == 0 ? connection.answer(200, [], feed) : connection.answer(301, ["Location: /\(step - 1)"])
    } _: { server async throws in
      guard case .feed(_, _, _, let moved) = try await ask(server, "/5") else { throw FeedProblem("no feed") }
      #expect(moved?.text == server.address("/0"))
      let words = try await ask(server, "/6").words
      #expect(words == "It sends us on more than 5 times.")
    }
  }

  @Test(arguments: [
    ("/feed", "more than 5 times"), ("file:///etc/passwd", "no address on the web"),
    ("ftp://127.0.0.1/", "no address on the web"), ("http://me:secret@127.0.0.1/", "no address on the web"),
    ("gopher://127.0.0.1:70/x", "no address on the web"), ("javascript:alert(1)", "no address on the web"),
    ("", "does not say where"), ("http://", "no address on the web"),
  ]) func `a way that leads round or off the web is not followed`(_ location: String, _ words: String) async throws {
    try await withServer { _, connection in
      connection.answer(302, ["Location: \(location)"], "<feed/>")
    } _: { server async throws in
      let answer = try await ask(server)
      #expect(answer.words.contains(words))
    }
  }

  @Test(arguments: [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "::1", "fe80::1", "fd00::1",
    "::ffff:10.0.0.1", "localhost",
  ]) func `addresses of our own network are known`(_ host: String) {
    #expect(isOfOwnNetwork(Array(host.utf8)))
  }

  @Test(arguments: ["93.184.216.34", "2606:2800:220:1::1", "172.32.0.1", "no-such-host.invalid"])
  func `public addresses are none of our own network`(_ host: String) {
    #expect(!isOfOwnNetwork(Array(host.utf8)))
  }

  @Test func `whoever is asked outside is not connected to within`() async throws {
    try await withServer { _, connection in
      connection.answer(200, [], feed)
    } _: { server async throws in
      let request = WebRequest(address: server.address("/feed"), staysOutside: true)
      await #expect(throws: FeedProblem(WebExchange.leadsWithin)) {
        try await onOwnThread { _ = try WebExchange.answer(to: request, quick(), isStopped: { false }) }
      }
      #expect(server.requests.isEmpty)
    }
  }

  // MARK: Bodies

  @Test func `a body beyond the bound is not read, whether its length is told or not`() async throws {
    try await withServer { request, connection in
      if request.path == "/told" { return connection.answer(200, [], [UInt8](repeating: 0x20, count: 3 << 20)) }
      connection.send(Array("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n".utf8))
      while connection.send([UInt8](repeating: 0x20, count: 1 << 16)) {}
    } _: { server async throws in
      for path in ["/told", "/endless"] {
        let words = try await ask(server, path, FeedMarks(), quick(bytes: 1 << 20)).words
        #expect(words == "The answer is larger than 1048576 bytes.")
      }
    }
  }

  /// What the system keeps between two sockets comes on top of the bound.
  @Test func `no more is taken from a quick server than is read`() async throws {
    let sent = Mutex(0)
    try await withServer { _, connection in
      connection.send(Array("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n".utf8))
      let part = [UInt8](repeating: 0x20, count: 1 << 16)
      while connection.send(part) { sent.withLock { $0 += part.count } }
    } _: { server async throws in
      let words = try await ask(server, "/feed", FeedMarks(), quick(bytes: 1 << 20)).words
      #expect(words == "The answer is larger than 1048576 bytes.")
    }
    #expect(sent.withLock { $0 } < 64 << 20)
  }

  @Test func `a drip that never ends is left`() async throws {
    try await withServer { _, connection in
      connection.send(Array("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n".utf8))
      while connection.send([0x20]) { usleep(50_000) }
    } _: { server async throws in
      let words = try await ask(server).words
      #expect(words == "It took longer than 2 seconds.")
    }
  }

  @Test func `a header that never ends is left`() async throws {
    try await withServer { _, connection in
      connection.send(Array("HTTP/1.1 200 X\r\n".utf8))
      while connection.send(Array("X-Drip: \(String(repeating: "x", count: 4000))\r\n".utf8)) { usleep(2000) }
    } _: { server async throws in
      let words = try await ask(server).words
      #expect(words == "The head of the answer is larger than 65536 bytes.")
    }
  }

  /// A megabyte of zeros packed with gzip, again and again: what is packed is refused before it is unpacked.
  @Test(arguments: ["gzip", "deflate", "br", "GZIP , identity"])
  func `a packed body is refused`(_ packing: String) async throws {
    let bomb = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0xEC, count: 1 << 16)
    try await withServer { _, connection in
      connection.answer(200, ["Content-Encoding: \(packing)"], bomb)
    } _: { server async throws in
      let words = try await ask(server).words
      #expect(words == "The answer is packed, which was not asked for.")
    }
  }

  @Test(arguments: [
    "HTTP/1.1 200 X\r\nContent-Length: 100000\r\n\r\n<feed",
    "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n<feed",
    "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzzzz\r\n", "HTTP/1.1 200", "", "SSH-2.0-OpenSSH_9\r\n",
  ]) func `half an answer is none`(_ text: String) async throws {
    try await withServer { _, connection in
      connection.send(Array(text.utf8))
    } _: { server async throws in
      guard case .failed = try await ask(server) else { throw FeedProblem("it was read") }
    }
  }

  @Test func `nobody there is told`() async throws {
    let server = try LoopbackServer { _, _ in }
    server.end()
    guard case .failed(let problem, nil) = try await ask(server) else { throw FeedProblem("somebody answered") }
    #expect(problem.sentence.hasPrefix("No whole answer came"))
  }

  @Test func `an end that somebody wants comes at once`() async throws {
    try await withServer { _, connection in
      connection.send(Array("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n".utf8))
      while connection.send([0x20]) { usleep(50_000) }
    } _: { server async throws in
      let address = try #require(WebAddress(server.address()))
      var bounds = quick()
      bounds.whole = 600
      let patient = bounds
      let answer = try await onOwnThread {
        WebFeeds(patient, isStopped: { true }).ask(for: address, knowing: FeedMarks(), now: now)
      }
      #expect(answer.words == "It was stopped.")
    }
  }
}

/// A date as HTTP writes it.
func HTTPDate(_ instant: Instant) -> String {
  let formatter = DateFormatter()
  formatter.locale = Locale(identifier: "en_US_POSIX")
  formatter.timeZone = TimeZone(identifier: "UTC")
  formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
  return formatter.string(from: Date(timeIntervalSince1970: Double(instant.seconds)))
}
