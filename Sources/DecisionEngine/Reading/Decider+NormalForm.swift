extension Decider {
  /// A text as it is compared with another one: folded as the playbook says, in UTF-8. Of a text that is too long only
  /// the beginning.
  public func normalForm(of text: [UInt8]) -> [UInt8] {
    judging.pointee.factSearcher.pointee.reader.pointee.normalForm(of: text)
  }
}
