import DecisionModel

/// What playbooks and comments are made of: few words, so that they meet.
enum Vocabulary {
  static let words = [
    "refund", "late", "idiot", "idiots", "rude", "lawyer", "coffee", "thanks", "cold", "never", "café", "moron", "cup",
  ]

  /// Terms and phrases, some of which meet only in part.
  static let phrases =
    words + [
      "refund*", "want* * refund", "fed up", "my lawyer", "see you in court", "*fund", "not cold", "rip off", "c++",
      "#metoo", "100%", "😡", "😀", ":)", "返金", "idiot's", "money back", "money back guarantee", "CAFÉ", "moron*",
    ]

  /// Regular expressions, some of which are found in nothing.
  static let expressions = [
    "refund", "\\bidiots?\\b", "(?-i)[A-Z]{3,}", "^refund|cup$", "m[o0]r[o0]n", "caf(é|e\u{301})", "\\d+(,\\d{3})*",
    "(?m)^$", "a*", "[^\\W\\d]+@", "\\p{Han}+", "(re)?fund(ed)?", ".{20,}", "\\$€",
  ]

  /// Hosts, some of which no comment links to.
  static let hosts = [
    "a.example", "example", "www.example.com", "EXAMPLE.com", "münchen.example", "xn--mnchen-3ya.example",
  ]

  /// Pieces of comments: the words and phrases above, and what disguises, measures and places them.
  static let pieces =
    words + [
      "Refund", "REFUND", "refunded", "I wanted my refund", "fed up", "FED UP", "my lawyer", "see you in court",
      "not cold",
      "rip-off", "c++", "#metoo", "100%", "😡", "😀", "👩‍🍳", ":)", "返金して", "idiot's", "money back", "money back guarantee",
      "1d10t", "i.d.i.o.t", "i d i o t", "idiiiot", "m0r0n", "MORON!!!", "ídiot", "cafe\u{301}", "СOFFEE", "@harbour",
      "#coffee", "https://a.example/refund", "www.example.com",
      "http://me@MÜNCHEN.example:80/x", "xn--mnchen-3ya.example/y", "\n> idiot refund\n", "!", "?!", "。", "\n", "...",
      "(", "2", "10,000",
      "aaaaaaa", "’s",
    ]

  /// Values that facts of type word or text have.
  static let values = ["staff", "press", "Press", "public", "private", "facebook", "x", "en", "café", "CAFE\u{301}"]
  static let identities = ["ann", "bob", "Ann", "é", "e\u{301}"]
  static let names = ["Ann", "Bob Moron", "Café Idiot", "Ann {x} [y]", "Ünal \"the cup\"", "\u{202E}nnA"]

  static let numbers = ["0", "1", "2", "3", "4", "5", "1.5", "60%", "10k", "1,000", "0.6"]
  static let numberValues: [Double] = [0, 1, 2, 3, 4, 5, 1.5, 0.6, 10_000, 1_000]
  static let durations = ["30 minutes", "2 hours", "1 day", "3 days", "1 week", "90 seconds"]
  static let durationValues: [Double] = [0, 1_800, 7_200, 86_400, 259_200, 604_800, 90, 90.5]
  static let days = [
    "2026-11-30", "2026-12-01", "2026-12-01 10:00", "2026-12-01T10:00:00Z", "2026-12-02", "2027-03-28 01:30",
  ]
  static let instantValues = [
    "2026-11-29T23:59:59Z", "2026-12-01T10:00:00Z", "2026-12-01T10:00:01+01:00", "2026-12-02 09:00", "2027-03-28 01:30",
    "2028-02-29 12:00",
  ]

  static let hours = [
    "always", "Mon-Fri 09:00-17:00", "Sat 09:00-12:00", "daily 22:00-06:00", "Mon-Thu 08:00-12:30, Tue-Sun 14:00-24:00",
    "Sun 01:15-01:45",
  ]
  static let holidays = ["2026-11-30", "2026-12-02", "2026-12-25", "2027-03-28", "2028-02-29"]
  static let allowances = [
    "60 minutes", "1 day", "1 month", "2 working hours", "30 working minutes", "1 working day", "10 working days",
    "10000 working days", "100 working hours",
  ]

  /// Around the beginnings of windows that end with a random comment.
  static let earlierInstants = [
    "2026-12-02T09:00:00Z", "2026-12-02T08:59:59Z", "2026-12-02T08:30:00Z", "2026-12-02T07:00:01Z",
    "2026-12-01T09:00:00Z", "2026-11-29T09:00:00Z", "2026-11-02T09:00:01Z", "2026-12-03T09:00:00Z", "2026-11-25 09:30",
  ]

  static let zones = ["Europe/London", "UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland"]

  /// Words of prose: nothing here is looked for.
  static let prose = [
    "We", "hear you", "and will put it right", "thank you", "please write to us", "about it", "today",
  ]
}

/// A fact of which a random playbook knows.
struct KnownFact: Sendable {
  let name: String
  let type: FactType

  /// Whether the playbook itself declares it.
  var isDeclared: Bool { name.hasPrefix("own.") }

  static let builtIn = BuiltInFact.all.map { KnownFact(name: $0.name, type: $0.type) }
}
