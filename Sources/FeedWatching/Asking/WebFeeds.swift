public import DecisionModel
import Foundation

/// Feeds as the web gives them.
///
/// Every address on the way is looked at anew: it is `http` or `https`, and from a public host no way leads to this
/// machine or its own network. A playbook may name such an address itself.
public struct WebFeeds: FeedSource {
  private let bounds: WebBounds
  private let isStopped: @Sendable () -> Bool
  /// The longest time that a server is left alone because it says so, in seconds: a week.
  static let longestRest: Int64 = 7 * 86_400

  /// - Parameter isStopped: whether somebody wants an end; is asked ten times a second.
  public init(_ bounds: WebBounds = WebBounds(), isStopped: @escaping @Sendable () -> Bool = { false }) {
    self.bounds = bounds
    self.isStopped = isStopped
  }

  public func ask(for address: WebAddress, knowing marks: FeedMarks, now: Instant) -> FeedAnswer {
    do throws(FeedProblem) {
      return try ask(address, marks, now)
    } catch {
      return .failed(error, leaveAlone: nil)
    }
  }

  private func ask(_ start: WebAddress, _ marks: FeedMarks, _ now: Instant) throws(FeedProblem) -> FeedAnswer {
    var address = start
    var movedForGood = true
    let staysOutside = !isOfOwnNetwork(start.host)
    for _ in 0...bounds.redirects {
      var request = try request(for: address, marks)
      request.staysOutside = staysOutside
      let answer = try WebExchange.answer(to: request, bounds, isStopped: isStopped)
      guard WebFeeds.redirections.contains(answer.status) else {
        return try answer.feedAnswer(now, movedTo: movedForGood && address != start ? address : nil)
      }
      movedForGood = movedForGood && (answer.status == 301 || answer.status == 308)
      address = try next(after: address, answer, staysOutside)
    }
    throw FeedProblem("It sends us on more than \(bounds.redirects) times.")
  }

  private static let redirections = [301, 302, 303, 307, 308]

  private func request(for address: WebAddress, _ marks: FeedMarks) throws(FeedProblem) -> WebRequest {
    guard let url = URL(string: address.text), url.user == nil, url.password == nil else {
      throw FeedProblem("Its address is none: \(address.text)")
    }
    let known = [("If-None-Match", marks.etag), ("If-Modified-Since", marks.lastModified)]
    let marks = known.compactMap { name, value in value.map { (name, $0) } }.filter { _, value in
      value.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
    return WebRequest(address: url.absoluteString, headers: WebFeeds.headers + marks)
  }

  private static let headers = [
    ("User-Agent", userAgent),
    (
      "Accept",
      "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
    ),
  ].map { ($0, Array($1.utf8)) }

  /// Where a redirection leads, if we may go there.
  private func next(
    after address: WebAddress, _ answer: WebAnswer, _ staysOutside: Bool
  ) throws(FeedProblem) -> WebAddress {
    guard let location = answer.header("location"), let base = URL(string: address.text),
      !location.isEmpty, let url = URL(string: String(decoding: location, as: UTF8.self), relativeTo: base)
    else { throw FeedProblem("It sends us on, and does not say where.") }
    guard let next = WebAddress(url.absoluteString) else {
      throw FeedProblem("It sends us on to what is no address on the web.")
    }
    if staysOutside, isOfOwnNetwork(next.host) {
      throw FeedProblem("It sends us on to a machine of our own network, where nobody outside may send us.")
    }
    return next
  }
}

/// How we call ourselves.
let userAgent = "decorum/0.1 (feed watcher)"

extension WebAnswer {
  /// What an answer means that does not send us on.
  fileprivate func feedAnswer(_ now: Instant, movedTo: WebAddress?) throws(FeedProblem) -> FeedAnswer {
    switch status {
    case 200:
      let marks = FeedMarks(etag: header("etag"), lastModified: header("last-modified"))
      return .feed(bytes: body, contentType: header("content-type") ?? [], marks, movedTo: movedTo)
    case 304: return .unchanged
    case 410: return .gone
    default:
      return .failed(FeedProblem("The server answered \(status)\(meaning))."), leaveAlone: rest(now))
    }
  }

  private var meaning: String {
    switch status {
    case 401, 403: " (it does not let us"
    case 404: " (there is nothing at this address"
    case 429: " (it was asked too often"
    case 500...599: " (it has a trouble of its own"
    default: " (which is no answer to this question"
    }
  }

  /// The seconds of a header `Retry-After`, which is a number or a date; no more than a week.
  func rest(_ now: Instant) -> Int64? {
    guard let text = header("retry-after").map({ Array($0.trimmed) }), !text.isEmpty else { return nil }
    if text.allSatisfy(\.isDigit) {
      return min(Int64(String(decoding: text, as: UTF8.self)) ?? .max, WebFeeds.longestRest)
    }
    return instant(ofFeed: text).map { min(max($0.seconds(since: now), 0), WebFeeds.longestRest) }
  }
}
