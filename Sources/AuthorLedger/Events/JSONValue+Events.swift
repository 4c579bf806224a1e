import DecisionModel

// What stands in an event, or the key that is wrong. Lists that are empty are not written.
extension JSONValue {
  func value(_ key: String) throws(EventProblem) -> JSONValue {
    guard let value = self[key] else { throw EventProblem(key) }
    return value
  }

  func text(_ key: String) throws(EventProblem) -> String {
    guard let text = self[key]?.text else { throw EventProblem(key) }
    return text
  }

  func texts(_ key: String) throws(EventProblem) -> [String] {
    try each(key) { value throws(EventProblem) in
      guard let text = value.text else { throw EventProblem(key) }
      return text
    }
  }

  func integer(_ key: String) throws(EventProblem) -> Int64 {
    guard let integer = self[key]?.wholeNumber else { throw EventProblem(key) }
    return Int64(integer)
  }

  func optionalInteger(_ key: String) throws(EventProblem) -> Int64? {
    self[key] == nil ? nil : try integer(key)
  }

  func yesNo(_ key: String) throws(EventProblem) -> Bool {
    guard let bool = self[key]?.bool else { throw EventProblem(key) }
    return bool
  }

  func instant(_ key: String) throws(EventProblem) -> Instant {
    guard let instant = self[key]?.string.flatMap({ Instant($0) }) else { throw EventProblem(key) }
    return instant
  }

  func optionalInstant(_ key: String) throws(EventProblem) -> Instant? {
    self[key] == nil ? nil : try instant(key)
  }

  func key(_ key: String) throws(EventProblem) -> LedgerKey {
    guard let read = self[key]?.string.flatMap(LedgerKey.init(hexadecimal:)) else { throw EventProblem(key) }
    return read
  }

  func each<Element>(
    _ key: String, _ read: (JSONValue) throws(EventProblem) -> Element
  ) throws(EventProblem) -> [Element] {
    guard let value = self[key] else { return [] }
    guard let array = value.array else { throw EventProblem(key) }
    var elements: [Element] = []
    for element in array { elements.append(try read(element)) }
    return elements
  }
}
