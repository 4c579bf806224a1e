import DecisionModel
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// How long and how much is asked of the web.
public struct WebBounds: Sendable {
  /// Seconds until an answer begins, and between its parts.
  public var silence: Double = 15
  /// Seconds for a whole exchange.
  public var whole: Double = 60
  /// Bytes of an answer.
  public var bytes = FeedBounds().bytes
  /// How often an answer may send us elsewhere.
  public var redirects = 5

  public init() {}
}

/// What a server answered.
struct WebAnswer {
  let status: Int
  let body: [UInt8]
  private let headers: HTTPURLResponse

  init(_ response: HTTPURLResponse, _ body: [UInt8]) {
    (status, headers, self.body) = (response.statusCode, response, body)
  }

  func header(_ name: String) -> [UInt8]? {
    headers.value(forHTTPHeaderField: name).map { Array($0.utf8.prefix(WebAddress.greatestLength)) }
  }
}

/// One request and its answer: without cookies, without passwords, without a cache, never sent elsewhere, and never
/// longer or larger than its bounds.
///
/// An answer comes unpacked or not at all: what a small packed answer unpacks to has no bound that is ours.
final class WebExchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  private let bounds: WebBounds
  private let isStopped: @Sendable () -> Bool
  private let finished = DispatchSemaphore(value: 0)
  // Under the lock.
  private let lock = NSLock()
  private var body: [UInt8] = []
  private var response: HTTPURLResponse?
  private var problem: String?

  private init(_ bounds: WebBounds, _ isStopped: @escaping @Sendable () -> Bool) {
    self.bounds = bounds
    self.isStopped = isStopped
  }

  /// Sends a request, and waits for its answer.
  ///
  /// - Parameter isStopped: is asked ten times a second; the exchange ends when it says yes.
  /// - Throws: `FeedProblem` where no answer came, or none that may be read.
  static func answer(
    to request: URLRequest, _ bounds: WebBounds, isStopped: @escaping @Sendable () -> Bool
  ) throws(FeedProblem) -> WebAnswer {
    try WebExchange(bounds, isStopped).answer(to: request)
  }

  private func answer(to request: URLRequest) throws(FeedProblem) -> WebAnswer {
    var request = request
    request.timeoutInterval = bounds.silence
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    let session = URLSession(configuration: WebExchange.configuration(bounds), delegate: self, delegateQueue: nil)
    let task = session.dataTask(with: request)
    task.resume()
    wait(for: task)
    session.invalidateAndCancel()
    let (problem, response, body) = lock.withLock { (self.problem, self.response, self.body) }
    if let problem { throw FeedProblem(problem) }
    guard let response else { throw FeedProblem("No answer came.") }
    return WebAnswer(response, body)
  }

  private static func configuration(_ bounds: WebBounds) -> URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = bounds.silence
    return configuration
  }

  /// The system's own bound of the whole is not kept everywhere, and would not see that somebody wants an end.
  private func wait(for task: URLSessionDataTask) {
    let end = ContinuousClock.now + .seconds(bounds.whole)
    while finished.wait(timeout: .now() + 0.1) == .timedOut {
      if isStopped() { return give(up: "It was stopped.", task) }
      if ContinuousClock.now >= end { return give(up: "It took longer than \(Int(bounds.whole)) seconds.", task) }
    }
  }

  /// Keeps the first reason.
  private func give(up sentence: String, _ task: URLSessionTask) {
    lock.withLock { if problem == nil { problem = sentence } }
    task.cancel()
  }

  // MARK: What comes

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    guard let response = response as? HTTPURLResponse else {
      give(up: "The answer is none of HTTP.", dataTask)
      return completionHandler(.cancel)
    }
    lock.withLock { self.response = response }
    if let sentence = refusal(of: response) {
      give(up: sentence, dataTask)
      return completionHandler(.cancel)
    }
    completionHandler(.allow)
  }

  private func refusal(of response: HTTPURLResponse) -> String? {
    let packing = response.value(forHTTPHeaderField: "Content-Encoding").map { Array($0.utf8.map(\.small)) } ?? []
    if !packing.trimmed.isEmpty, !packing.trimmed.isExactly("identity") {
      return "The answer is packed, which was not asked for."
    }
    return response.expectedContentLength > Int64(bounds.bytes) ? tooLarge : nil
  }

  private var tooLarge: String { "The answer is larger than \(bounds.bytes) bytes." }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = lock.withLock {
      if problem == nil, body.count + data.count <= bounds.bytes {
        body += data
        return false
      }
      return true
    }
    if isTooLarge { give(up: tooLarge, dataTask) }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let error {
      let words = error.localizedDescription
      lock.withLock { if problem == nil { problem = "No whole answer came: \(words)" } }
    }
    finished.signal()
  }
}
