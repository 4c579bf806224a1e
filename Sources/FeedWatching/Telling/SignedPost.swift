import Crypto
public import DecisionModel
import Foundation

/// What a server and we know and nobody else: by it the server knows that a message is ours.
public struct PostSecret: Sendable {
  private let key: SymmetricKey

  /// Reads a secret: `whsec_` and Base64, as Standard Webhooks writes it, or any text, which is taken as it stands.
  ///
  /// - Throws: a sentence, where it is shorter than 24 bytes or longer than 512.
  public init(_ text: [UInt8]) throws(FeedProblem) {
    let text = Array(text.trimmed)
    let isMarked = text.starts(with: "whsec_".utf8)
    let bytes = isMarked ? Data(base64Encoded: Data(text.dropFirst("whsec_".utf8.count))) : Data(text)
    guard let bytes else { throw FeedProblem("the secret begins with `whsec_` and is no Base64") }
    guard 24...512 ~= bytes.count else { throw FeedProblem("the secret has \(bytes.count) bytes: give 24 to 512") }
    key = SymmetricKey(data: bytes)
  }

  /// The value of `webhook-signature`: version and HMAC-SHA256 over id, time and body (Standard Webhooks 1.0.0).
  ///
  /// - Parameter id: without a point in it, which parts what is signed.
  public func signature(id: [UInt8], seconds: Int64, body: [UInt8]) -> String {
    let signed = id + Array(".\(seconds).".utf8) + body
    return "v1," + Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
  }
}

/// A place on the web that takes notices: a webhook.
///
/// The id of a message is that of its entry and the digest of its decision, and stays the same however often it is sent,
/// so that whoever takes it twice can tell.
public struct SignedPost: Sendable {
  private let address: WebAddress
  private let secret: PostSecret
  private let bounds: WebBounds
  private let isStopped: @Sendable () -> Bool
  /// Seconds before each further attempt.
  private let pauses: [Double]

  public init(
    to address: WebAddress, _ secret: PostSecret, pauses: [Double] = [1, 4], _ bounds: WebBounds = WebBounds(),
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.address = address
    self.secret = secret
    self.pauses = pauses
    self.isStopped = isStopped
    self.bounds = bounds
  }

  /// Posts a notice, again where it is not taken.
  ///
  /// - Parameter clock: the present, asked for each attempt, which a server compares with its own.
  /// - Throws: `FeedProblem` where it was not taken in the end.
  public func post(_ notice: Notice, clock: () -> Instant) throws(FeedProblem) {
    var pauses = pauses[...]
    while true {
      let problem: FeedProblem
      do throws(FeedProblem) {
        return try attempt(notice, at: clock())
      } catch {
        problem = error
      }
      guard !isStopped(), let pause = pauses.popFirst() else { throw problem }
      Thread.sleep(forTimeInterval: pause)
    }
  }

  private func attempt(_ notice: Notice, at now: Instant) throws(FeedProblem) {
    guard let url = URL(string: address.text) else { throw FeedProblem("The address is none: \(address.text)") }
    let (id, body) = (SignedPost.id(of: notice), notice.json)
    let signature = secret.signature(id: id, seconds: now.seconds, body: body)
    let headers = [
      ("User-Agent", userAgent), ("Content-Type", "application/json"), ("webhook-timestamp", "\(now.seconds)"),
      ("webhook-signature", signature),
    ].map { ($0, Array($1.utf8)) }
    let request = WebRequest(address: url.absoluteString, headers: headers + [("webhook-id", id)], body: body)
    let answer = try WebExchange.answer(to: request, bounds, isStopped: isStopped)
    guard 200...299 ~= answer.status else { throw FeedProblem("The server answered \(answer.status).") }
  }

  /// `entry:…` and the beginning of the decision's digest: an entry that is decided anew is another message.
  static func id(of notice: Notice) -> [UInt8] {
    let digest = hexadecimal(sha256(notice.decided.decision + Array(notice.decided.decided.description.utf8)).prefix(8))
    return notice.decided.entry.id + Array(":\(digest)".utf8)
  }
}
