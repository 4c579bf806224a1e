/// Numbers with names, in the order in which they came, as JSON.
struct Figures {
  fileprivate(set) var all: [(name: String, value: Double)] = []

  subscript(name: String) -> Double? {
    get { all.last { $0.name == name }?.value }
    set { if let newValue { all.append((name, newValue)) } }
  }

  /// Names are of letters, digits and signs that JSON leaves as they are.
  var json: String {
    "{" + all.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
  }
}
