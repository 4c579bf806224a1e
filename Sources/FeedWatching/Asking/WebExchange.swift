import CCurl
import Foundation

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

/// What is asked of a server.
struct WebRequest {
  /// The address, in ASCII.
  let address: String
  var headers: [(name: String, value: [UInt8])] = []
  /// What is posted; nil where something is to be had.
  var body: [UInt8]?
  /// Whether nobody of our own network is asked, whatever the address means when it is asked for.
  var staysOutside = false
}

/// One request and its answer: without cookies, without passwords, without a cache, never sent elsewhere, and never
/// longer or larger than its bounds. No more of an answer is read than is taken, so that it needs no more memory.
final class WebExchange {
  private let bounds: WebBounds
  private let isStopped: @Sendable () -> Bool
  private var answer: WebAnswer
  /// Why there is no answer.
  private var problem: String?

  private init(_ bounds: WebBounds, _ isStopped: @escaping @Sendable () -> Bool) {
    self.bounds = bounds
    self.isStopped = isStopped
    answer = WebAnswer(bounds)
  }

  /// Sends a request, and waits for its answer.
  ///
  /// - Parameter isStopped: is asked ten times a second; the exchange ends when it says yes.
  /// - Throws: `FeedProblem` where no answer came, or none that may be read.
  static func answer(
    to request: WebRequest, _ bounds: WebBounds, isStopped: @escaping @Sendable () -> Bool
  ) throws(FeedProblem) -> WebAnswer {
    let exchange = WebExchange(bounds, isStopped)
    let code = withExtendedLifetime(exchange) { exchange.run(request) }
    if let problem = exchange.problem ?? exchange.answer.problem { throw FeedProblem(problem) }
    guard code == CURLE_OK else {
      throw FeedProblem("No whole answer came: \(String(cString: curl_easy_strerror(code)))")
    }
    return exchange.answer
  }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private func run(_ request: WebRequest) -> CURLcode {
    guard WebExchange.isReady, let handle = curl_easy_init() else { return CURLE_FAILED_INIT }
    defer { curl_easy_cleanup(handle) }
    guard let waiting = curl_multi_init() else { return CURLE_FAILED_INIT }
    defer { curl_multi_cleanup(waiting) }
    let headers = lines(of: request)
    defer { curl_slist_free_all(headers) }
    curl_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
    setBounds(of: handle)
    setTakers(of: handle)
    if request.staysOutside, !usesProxy { stayOutside(handle) }
    return request.address.withCString { address in
      curl_set_pointer(handle, CURLOPT_URL, address)
      guard let body = request.body else { return wait(for: handle, on: waiting) }
      curl_set_number(handle, CURLOPT_POST, 1)
      curl_set_number(handle, CURLOPT_POSTFIELDSIZE, body.count)
      return body.withUnsafeBytes { bytes in
        curl_set_pointer(handle, CURLOPT_POSTFIELDS, bytes.baseAddress)
        return wait(for: handle, on: waiting)
      }
    }
  }

  /// An answer comes unpacked or not at all: what a small packed answer unpacks to has no bound that is ours.
  private func lines(of request: WebRequest) -> UnsafeMutablePointer<curl_slist>? {
    let all = request.headers + [("Accept-Encoding", Array("identity".utf8)), ("Expect", [])]
    return all.reduce(nil) { list, header in
      curl_slist_append(list, "\(header.name): \(String(decoding: header.value, as: UTF8.self))") ?? list
    }
  }

  private func setBounds(of handle: UnsafeMutableRawPointer) {
    let silence = Int(bounds.silence.rounded(.up))
    curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, silence)
    curl_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    curl_set_number(handle, CURLOPT_LOW_SPEED_TIME, silence)
    curl_set_pointer(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
  }

  /// Until all has come, or nobody waits for it any more.
  private func wait(for handle: UnsafeMutableRawPointer, on waiting: UnsafeMutableRawPointer) -> CURLcode {
    guard curl_multi_add_handle(waiting, handle) == CURLM_OK else { return CURLE_FAILED_INIT }
    defer { curl_multi_remove_handle(waiting, handle) }
    let end = ContinuousClock.now + .seconds(bounds.whole)
    while true {
      var running: Int32 = 0
      guard curl_multi_perform(waiting, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
      if running == 0 { return WebExchange.result(on: waiting) }
      if isStopped() {
        problem = "It was stopped."
      } else if ContinuousClock.now >= end {
        problem = "It took longer than \(Int(bounds.whole)) seconds."
      }
      if problem != nil { return CURLE_ABORTED_BY_CALLBACK }
      curl_multi_poll(waiting, nil, 0, 100, nil)
    }
  }

  private static func result(on waiting: UnsafeMutableRawPointer) -> CURLcode {
    var left: Int32 = 0
    return curl_multi_info_read(waiting, &left)?.pointee.data.result ?? CURLE_RECV_ERROR
  }
}

// What libcurl hands over while it waits. It goes no further where less is taken than it has.
extension WebExchange {
  private var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  private static func exchange(_ context: UnsafeMutableRawPointer?) -> WebExchange? {
    context.map { Unmanaged<WebExchange>.fromOpaque($0).takeUnretainedValue() }
  }

  private func setTakers(of handle: UnsafeMutableRawPointer) {
    curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    curl_set_taker(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return WebExchange.exchange(context)?.answer.take(header: line) == true ? line.count : 0
    }
    curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    curl_set_taker(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return WebExchange.exchange(context)?.answer.take(part) == true ? part.count : 0
    }
  }

  /// Looks at every address before it is connected to: what a name means may change from one question to the next.
  private func stayOutside(_ handle: UnsafeMutableRawPointer) {
    curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
    curl_set_opener(handle) { context, _, address in
      guard let address else { return -1 }
      if NetworkAddress(of: address)?.isOfOwnNetwork != false {
        WebExchange.exchange(context)?.problem = WebExchange.leadsWithin
        return -1
      }
      return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    }
  }

  static let leadsWithin = "It leads to a machine of our own network, where nobody outside may send us."

  /// Whoever has a proxy connects to that alone.
  private var usesProxy: Bool {
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return names.contains { ProcessInfo.processInfo.environment[$0]?.isEmpty == false }
  }
}

extension NetworkAddress {
  fileprivate init?(of address: UnsafeMutablePointer<curl_sockaddr>) {
    guard let place = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
    self.init(family: address.pointee.family, UnsafeRawPointer(address) + place)
  }
}
