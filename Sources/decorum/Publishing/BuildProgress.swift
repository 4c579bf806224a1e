import Diagnostics
import Foundation

/// Which playbook is being built, where somebody looks on; it leaves nothing behind.
///
///     building playbooks/airline (2 of 7)
struct BuildProgress {
  private let count: Int
  private let isShown: Bool
  private var width = 0

  /// - Parameter count: Of all playbooks. One alone is soon done, and nothing is said.
  init(count: Int) {
    self.count = count
    isShown = count > 1 && Terminal.errors.isTerminal
  }

  mutating func show(_ number: Int, _ path: String) {
    guard isShown else { return }
    clear()
    let text = "building \(visible(path)) (\(number) of \(count))"
    width = text.count
    write(text)
  }

  mutating func clear() {
    guard isShown, width > 0 else { return }
    write("\r\(String(repeating: " ", count: width))\r")
    width = 0
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
