import CLibYAML

/// What libyaml tells about a text, one event after the other, with places as byte offsets in the file.
struct Event {
  enum Kind {
    case streamStart, streamEnd
    case documentStart, documentEnd
    case alias
    case scalar(text: String, style: YAMLScalar.Style)
    case sequenceStart(isFlow: Bool), sequenceEnd
    case mappingStart(isFlow: Bool), mappingEnd
  }

  let kind: Kind
  let start: Int
  let end: Int
  /// The column of `start`, from 0.
  let column: Int
  /// An anchor or a tag stands before the node, and `start` is where they begin.
  let hasProperties: Bool
}

/// What libyaml could not read, in its own words; never shown to a person.
struct Complaint: Error {
  let problem: String
  let place: Int
  /// What libyaml was reading, and where that began.
  let context: String
  let contextPlace: Int?
}

/// The one place that touches libyaml: a parser over a text, freed with its owner.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let offsets: CharacterOffsets
  private let base: Int
  private let end: Int

  init(_ text: ReadableText) {
    base = text.base
    end = text.end
    offsets = CharacterOffsets(of: text.bytes)
    input = .allocate(capacity: max(text.bytes.count, 1))
    _ = input.initialize(from: text.bytes)
    parser = .allocate(capacity: 1)
    let isReady = yaml_parser_initialize(parser)
    precondition(isReady == 1, "libyaml has memory for a parser")
    yaml_parser_set_input_string(parser, input.baseAddress, text.bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event. Not to be called again after the end of the stream or a complaint.
  func next() throws(Complaint) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw complaint() }
    defer { yaml_event_delete(&event) }
    return Event(
      kind: EventReader.kind(of: event), start: offset(of: event.start_mark), end: offset(of: event.end_mark),
      column: Int(event.start_mark.column), hasProperties: EventReader.hasProperties(event))
  }

  private func offset(of mark: yaml_mark_t) -> Int {
    min(base + offsets.byteOffset(ofCharacter: Int(mark.index)), end)
  }

  private func complaint() -> Complaint {
    let state = parser.pointee
    return Complaint(
      problem: state.problem.map { String(cString: $0) } ?? "", place: offset(of: state.problem_mark),
      context: state.context.map { String(cString: $0) } ?? "",
      contextPlace: state.context == nil ? nil : offset(of: state.context_mark))
  }

  private static func kind(of event: yaml_event_t) -> Event.Kind {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT:
      .scalar(
        text: String(
          decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self),
        style: style(of: event.data.scalar.style))
    case YAML_SEQUENCE_START_EVENT: .sequenceStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_MAPPING_END_EVENT: .mappingEnd
    case YAML_STREAM_START_EVENT: .streamStart
    default: .streamEnd
    }
  }

  private static func style(of style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func hasProperties(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil || event.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
    default: false
    }
  }
}
