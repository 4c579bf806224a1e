import DecisionEngine
import DecisionModel

/// What stands behind the pointer to a program that C holds.
final class OpenProgram: Sendable {
  let deciders: WaitingDeciders

  init(_ image: ProgramImage) throws {
    deciders = WaitingDeciders(of: try Engine(image))
  }

  /// The pointer that C is given; it keeps the program until `close`.
  var pointer: OpaquePointer { OpaquePointer(Unmanaged.passRetained(self).toOpaque()) }

  /// The program behind a pointer that C was given.
  static func behind(_ pointer: OpaquePointer) -> OpenProgram {
    Unmanaged<OpenProgram>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue()
  }

  static func close(_ pointer: OpaquePointer) {
    Unmanaged<OpenProgram>.fromOpaque(UnsafeRawPointer(pointer)).release()
  }
}
