import Crypto
import DecisionModel
import FeedWatching
import Foundation
import TestSupport
import Testing

private let now = Instant(seconds: 1_796_000_000)
private let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

private func notice() throws -> Notice {
  let program = harbourProgram()
  let memory = MemoryOfOneRun(decidingBy: try oracle(of: program))
  let entry = FeedEntry(id: [0x31], title: Array("Harbour Coffee: money back".utf8))
  let watched = WatchedEntry(entry, feed: Array("https://a.example".utf8), watches: ["mentions"])
  return Notice(memory.decide(watched, now: now, concernsPerson: concernsPerson), program)
}

@Suite("Posting") struct SignedPostTests {
  /// The example of Standard Webhooks.
  @Test func `a signature is that of the standard`() throws {
    let secret = try PostSecret(Array(secret.utf8))
    let signature = secret.signature(
      id: Array("msg_p5jXN8AQM9LWM0D4loKWxJek".utf8), seconds: 1_614_265_330, body: Array("{\"test\": 2432232314}".utf8)
    )
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test(arguments: ["short", "whsec_***", "whsec_AAAA", ""]) func `a secret that is none is refused`(_ text: String) {
    #expect(throws: FeedProblem.self) { try PostSecret(Array(text.utf8)) }
  }

  @Test func `a notice is posted as it was signed, again where it was not taken, under one id`() async throws {
    let taken = Counter()
    try await withServer { _, connection in
      connection.answer(taken.next() < 3 ? 500 : 204)
    } _: { server async throws in
      let post = SignedPost(
        to: try #require(WebAddress(server.address("/hook"))), try PostSecret(Array(secret.utf8)), pauses: [0, 0])
      let notice = try notice()
      try await onOwnThread {
        var seconds = now.seconds
        try post.post(notice) {
          seconds += 1
          return Instant(seconds: seconds)
        }
      }
      let requests = server.requests
      #expect(requests.map(\.method) == ["POST", "POST", "POST"])
      #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 1)
      #expect(requests.map { $0.headers["webhook-timestamp"] } == [1, 2, 3].map { "\(now.seconds + Int64($0))" })
      for request in requests { try expectSigned(request) }
      let body = try JSONValue(parsing: try #require(requests.last).body)
      #expect(body["type"]?.text == "entry.decided")
      #expect(body["data"]?["owners"]?.array?.map(\.text) == ["press"])
      #expect(body["data"]?["entry"]?["title"]?.text == "Harbour Coffee: money back")
      #expect(body["data"]?["decision"]?["category"]?.text == "complaint")
    }
  }

  private func expectSigned(_ request: LoopbackServer.Request) throws {
    let key = SymmetricKey(data: try #require(Data(base64Encoded: String(secret.dropFirst(6)))))
    let id = try #require(request.headers["webhook-id"])
    let signed = "\(id).\(try #require(request.headers["webhook-timestamp"]))."
    let code = HMAC<SHA256>.authenticationCode(for: Array(signed.utf8) + request.body, using: key)
    #expect(request.headers["webhook-signature"] == "v1,\(Data(code).base64EncodedString())")
    #expect(!id.contains("."))
  }

  @Test(arguments: [302, 400, 410, 500]) func `what is not taken in the end is told`(_ status: Int) async throws {
    try await withServer { _, connection in
      connection.answer(status, ["Location: /elsewhere"])
    } _: { server async throws in
      let post = SignedPost(
        to: try #require(WebAddress(server.address())), try PostSecret(Array(secret.utf8)), pauses: [0])
      let notice = try notice()
      await #expect(throws: FeedProblem("The server answered \(status).")) {
        try await onOwnThread { try post.post(notice) { now } }
      }
      #expect(server.requests.count == 2)
      #expect(server.requests.allSatisfy { $0.path == "/feed" })
    }
  }
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
