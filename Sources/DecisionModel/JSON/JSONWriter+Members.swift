/// Members of an object. What is absent or empty is left out: no `null`, no `[]`, no `{}`, no `""`.
extension JSONWriter {
  public mutating func member(_ key: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    self.key(key)
    string(text)
  }

  public mutating func member(_ key: String, _ text: [UInt8]?) {
    guard let text, !text.isEmpty else { return }
    self.key(key)
    string(text)
  }

  public mutating func member(_ key: String, _ number: Int?) {
    guard let number else { return }
    self.key(key)
    self.number(number)
  }

  public mutating func member(_ key: String, _ number: Double?) {
    guard let number else { return }
    self.key(key)
    self.number(number)
  }

  public mutating func member(_ key: String, _ bool: Bool?) {
    guard let bool else { return }
    self.key(key)
    self.bool(bool)
  }

  /// Writes an instant as RFC 3339 in UTC to the second.
  public mutating func member(_ key: String, _ instant: Instant?) {
    member(key, instant?.description)
  }

  public mutating func member(_ key: String, _ value: JSONValue?) {
    switch value {
    case nil, .null, .string([]), .array([]), .object([]): break
    case .some(let value):
      self.key(key)
      self.value(value)
    }
  }

  public mutating func member(_ key: String, _ texts: [String]) {
    array(key, of: texts) { $0.string($1) }
  }

  /// Writes an array of elements, each by the closure; nothing if there are none.
  public mutating func array<Elements: Sequence>(
    _ key: String, of elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    unlessEmpty(key) { writer in
      writer.array { for element in elements { write(&$0, element) } }
    }
  }

  /// Writes an object whose members the closure writes; nothing if it writes none.
  public mutating func object(_ key: String, _ members: (inout JSONWriter) -> Void) {
    unlessEmpty(key) { $0.object(members) }
  }

  /// Writes a member, and takes it back if its value is no more than a pair of brackets.
  private mutating func unlessEmpty(_ key: String, _ write: (inout JSONWriter) -> Void) {
    let before = bytes.count
    self.key(key)
    let brackets = bytes.count + 2
    write(&self)
    if bytes.count == brackets { rewind(to: before) }
  }
}
