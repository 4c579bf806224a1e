/// What an element of a feed says, as far as it is read.
enum FeedField: Sendable {
  case id, title, summary, content, link, author, published, updated, language
}

/// How the text of an element is written.
enum FeedMarkup: Sendable {
  /// As people read it, in elements of its own or in none.
  case plain
  /// As HTML in a text.
  case html
}

/// The vocabularies that feeds are written in.
enum FeedVocabulary {
  case rss, atom, rss1, dublinCore, content, other

  init(namespace: [UInt8]) {
    let known: [(String, FeedVocabulary)] = [
      ("", .rss), ("http://www.w3.org/2005/Atom", .atom), ("http://purl.org/atom/ns#", .atom),
      ("http://purl.org/rss/1.0/", .rss1), ("http://purl.org/dc/elements/1.1/", .dublinCore),
      ("http://purl.org/rss/1.0/modules/content/", .content), ("http://backend.userland.com/rss2", .rss),
    ]
    self = known.first { namespace.elementsEqual($0.0.utf8) }?.1 ?? .other
  }

  func field(of name: [UInt8]) -> FeedField? {
    let fields: KeyValuePairs<StaticString, FeedField> =
      switch self {
      case .atom:
        [
          "id": .id, "title": .title, "summary": .summary, "content": .content, "link": .link, "published": .published,
          "updated": .updated, "issued": .published, "modified": .updated,
        ]
      case .rss, .rss1:
        [
          "guid": .id, "title": .title, "description": .summary, "link": .link, "author": .author,
          "pubDate": .published, "language": .language,
        ]
      case .dublinCore: ["creator": .author, "date": .published, "language": .language]
      case .content: ["encoded": .content]
      case .other: [:]
      }
    return fields.first { name.isExactly($0.key) }?.value
  }

  func isEntry(_ name: [UInt8]) -> Bool {
    switch self {
    case .atom: name.isExactly("entry")
    case .rss, .rss1: name.isExactly("item")
    default: false
    }
  }
}
