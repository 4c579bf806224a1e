/// Why a text names no host that a link could lead to.
public enum HostProblem: Error, Hashable, Sendable {
  case empty
  /// `https://` stands before it.
  case scheme
  /// `user@` stands before it.
  case user
  /// `:8080` stands behind it.
  case port
  /// `/path` stands behind it.
  case path
  /// A `*` stands for a part of it.
  case wildcard
  /// White space, two dots in a row, or another character that no host has.
  case noName
}

/// The host that a link leads to: its names, case-folded, in their own letters where they were written as `xn--…`.
public struct Host: Hashable, Sendable {
  package let names: [[UInt32]]

  /// Reads a host as a playbook names it: `casino.example`.
  public init(_ text: some StringProtocol) throws(HostProblem) {
    let scalars = text.unicodeScalars.map(\.value)
    if let problem = Self.problem(of: scalars) { throw problem }
    self.init(scalars[...])
    guard !names.isEmpty, names.allSatisfy(Self.isName) else { throw .noName }
  }

  /// The host of a link, taken after any `user@`, without its port.
  init(ofLink link: ArraySlice<UInt32>) {
    let separator = "://".unicodeScalars.map(\.value)
    let scheme = (link.startIndex..<max(link.startIndex, link.endIndex - 2)).first {
      link[$0..<$0 + 3].elementsEqual(separator)
    }
    // Only a scheme that Links knows stands there: no longer than `https`.
    let start = scheme.flatMap { $0 - link.startIndex <= 5 ? $0 + 3 : nil } ?? link.startIndex
    let authority = link[start...].prefix { $0 != "/" && $0 != "\\" && $0 != "?" && $0 != "#" }
    let host = authority.lastIndex { $0 == "@" }.map { authority[($0 + 1)...] } ?? authority
    self.init(Self.withoutPort(host))
  }

  private init(_ scalars: ArraySlice<UInt32>) {
    let folded = FoldedText(Array(scalars)).characters.map { $0 == 0x3002 ? Unicode.Scalar(".").value : $0 }
    var names = folded.split(separator: Unicode.Scalar(".").value, omittingEmptySubsequences: false).map(
      Self.ownLetters)
    // `example.com.` is the whole name of `example.com`.
    if names.last?.isEmpty == true { names.removeLast() }
    self.names = names
  }

  /// Whether this host is `other`, or below it.
  public func isWithin(_ other: Host) -> Bool {
    names.count >= other.names.count && names.suffix(other.names.count).elementsEqual(other.names)
  }

  private static func ownLetters(of name: ArraySlice<UInt32>) -> [UInt32] {
    guard name.starts(with: "xn--".unicodeScalars.map(\.value)), let decoded = Punycode.decoded(name.dropFirst(4))
    else {
      return Array(name)
    }
    return FoldedText(decoded).characters
  }

  private static func withoutPort(_ host: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    guard let colon = host.lastIndex(where: { $0 == ":" }), host.last.map({ $0 != "]" }) == true else { return host }
    return host[..<colon]
  }

  private static func isName(_ name: [UInt32]) -> Bool {
    !name.isEmpty && name.allSatisfy { $0 == "-" || $0 == "_" || CharacterKind.of($0).isAny(of: .wordCharacter) }
  }

  private static func problem(of scalars: [UInt32]) -> HostProblem? {
    if scalars.allSatisfy({ CharacterKind.of($0).contains(.whiteSpace) }) { return .empty }
    if scalars.contains(where: { CharacterKind.of($0).contains(.whiteSpace) }) { return .noName }
    if let end = scalars.firstIndex(where: { "/?#\\".unicodeScalars.map(\.value).contains($0) }) {
      return end > 0 && scalars[end - 1] == ":" ? .scheme : .path
    }
    if scalars.contains(where: { $0 == "@" }) { return .user }
    if scalars.contains(where: { $0 == ":" }) { return .port }
    return scalars.contains { $0 == "*" } ? .wildcard : nil
  }
}

/// Hosts that are looked for together.
public struct HostSet: Sendable {
  private let hosts: [Host]

  public init(_ hosts: [Host]) { self.hosts = hosts }

  /// The first link to each of the hosts or below it, in the order of the text.
  public func firstOccurrences(in text: WrittenText) -> [TermOccurrence] {
    let links = text.links.map { (host: Host(ofLink: text.scalars[$0]), range: $0) }
    return hosts.enumerated().compactMap { term, host in
      links.first { $0.host.isWithin(host) }.map { TermOccurrence(term: term, range: $0.range, disguised: false) }
    }.sorted { $0.isBefore($1) }
  }
}
