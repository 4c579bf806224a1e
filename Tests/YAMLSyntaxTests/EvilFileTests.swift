import Diagnostics
import TestSupport
import Testing

/// Each of the evil files ends in a finding at the place, or is read as it is meant.
@Suite(.enabled(if: SharedData.isPresent, "the development data is absent"))
struct EvilFileTests {
  /// The findings of each file with their places: as many as make clear that the place is right.
  private static let refused: [String: [String]] = [
    "anchor_name_unicode": ["yaml-anchor 1:4", "yaml-alias 2:4"], "at_start": ["unquoted-text 1:7"],
    "bad_escape": ["bad-escape 1:6"], "bidi_source": ["bidi-control 1:3", "bidi-control 1:21"],
    "billion_laughs": ["yaml-anchor 1:4", "yaml-anchor 2:4", "yaml-alias 2:8"],
    "c1_controls": ["hidden-line-break 1:5", "control-character 1:6", "control-character 1:7"],
    "complex_key": ["explicit-key 1:1"], "deep_flow": ["nested-too-deep 1:65"], "directive_dup": ["yaml-directive 1:1"],
    "doc_sep_long": ["missing-colon 2:1"], "dup_key": ["duplicate-key 2:1"], "dup_key_unicode": ["duplicate-key 2:1"],
    "hash_in_value": ["hashtag-comment 1:21", "hashtag-comment 2:8"], "indent_mixed": ["wrong-indentation 3:3"],
    "long_key": ["key-too-long 1:1"], "merge_key": ["yaml-anchor 1:7", "merge-key 3:3"],
    "multi_doc": ["several-documents 2:1"], "nbsp_indent": ["no-break-space 2:1"], "null_doc": ["document-marker 2:1"],
    "null_key": ["empty-key 2:1"], "overlong_utf8": ["not-utf-8 1:4"], "percent_start": ["unquoted-text 1:4"],
    "recursive_alias": ["yaml-anchor 1:4", "yaml-alias 1:8"], "smart_quotes": ["smart-quotes 1:12"],
    "surrogate_utf8": ["not-utf-8 1:4"], "tab_after_dash": ["tab-character 1:2"], "tab_indent": ["tab-character 2:1"],
    "tag_binary": ["yaml-tag 1:4"], "tag_local": ["yaml-tag 1:4"], "tag_python": ["yaml-tag 1:4"],
    "template_braces": ["unquoted-text 1:10"], "trailing_garbage": ["stray-bracket 2:1"],
    "undefined_alias": ["yaml-alias 1:4"], "unterminated_dq": ["unclosed-quote 1:4"],
    "unterminated_flow": ["unclosed-bracket 1:4"], "utf16le": ["not-utf-8 1:1"],
    "zero_width_key": ["invisible-character 1:4"],
  ]

  /// The first events of the files that YAML has no fault in: what it says is for the keys to judge.
  private static let read: [String: [String]] = [
    "big_int": ["+MAP", "=VAL :followers", "=VAL :99999999999999999999999999"], "bom": ["+MAP", "=VAL :a", "=VAL :1"],
    "emoji_key": ["+MAP", "=VAL \"👍", "=VAL :like", "=VAL :👎", "=VAL :dislike"], "empty": [], "only_comments": [],
    "hash_collide_like": ["+MAP", "=VAL :0", "=VAL :x", "=VAL :a1"], "homoglyph_key": ["+MAP", "=VAL :acti\u{43E}n"],
    "int_key": ["+MAP", "=VAL :1", "=VAL :a", "=VAL :true", "=VAL :b"],
    "int_min": ["+MAP", "=VAL :n", "=VAL :-9223372036854775808", "=VAL :m", "=VAL :9223372036854775808"],
    "many_keys": ["+MAP", "=VAL :k0", "=VAL :0", "=VAL :k1"],
    "octal": [
      "+MAP", "=VAL :a", "=VAL :010", "=VAL :b", "=VAL :0o10", "=VAL :c", "=VAL :0x1F", "=VAL :d", "=VAL :1_000",
    ],
    "redos": ["+MAP", "=VAL :rules", "+SEQ", "+MAP", "=VAL :match", "=VAL '(a+)+$"],
    "regex_huge": ["+MAP", "=VAL :match", "=VAL '(?:a{1,1000}){1,1000}"],
    "regex_single": ["+MAP", "=VAL :re", #"=VAL '\\d+\\s"#],
    "sexagesimal": ["+MAP", "=VAL :t", "=VAL :12:30:45", "=VAL :u", "=VAL :190:20:30", "=VAL :v", "=VAL :1:30"],
    "top_list": ["+SEQ", "=VAL :a", "=VAL :b", "-SEQ"],
  ]

  @Test func `every file has its promise`() {
    let names = SharedData.files(in: "yaml/evil", withExtension: "yaml").map { String($0.dropLast(".yaml".count)) }
    #expect(names.count > 40)
    #expect(Set(names) == Set(Self.refused.keys).union(Self.read.keys))
  }

  @Test(arguments: refused.keys.sorted())
  func `what cannot be read rightly has a finding at the place`(_ name: String) throws {
    let reading = Reading(try #require(SharedData.bytes(of: "yaml/evil/\(name).yaml")))
    let places = reading.findings.map { "\($0.name) \(reading.file.place(of: $0.span.start))" }
    for promised in Self.refused[name] ?? [] { #expect(places.contains(promised), "\(places)") }
  }

  @Test(arguments: read.keys.sorted())
  func `what can be read is read as it is meant`(_ name: String) throws {
    let reading = Reading(try #require(SharedData.bytes(of: "yaml/evil/\(name).yaml")))
    #expect(reading.names == [])
    let promised = Self.read[name] ?? []
    #expect(Array(reading.events.prefix(promised.count)) == promised)
    #expect(!promised.isEmpty || reading.events.isEmpty)
  }
}
