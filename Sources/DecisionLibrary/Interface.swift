import CDecorum
import DecisionEngine
import DecisionModel

// What `decorum.h` declares, and says what it means. The compiler holds these functions to their declarations there.

@c @implementation
public func decorum_open(
  _ path: UnsafePointer<CChar>?, _ problem: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> OpaquePointer? {
  answer(problem) { try OpenProgram(ProgramImage(mapping: String(cString: given(path, "path")))).pointer }
}

@c @implementation
public func decorum_open_bytes(
  _ start: UnsafeRawPointer?, _ length: Int, _ problem: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> OpaquePointer? {
  answer(problem) { try OpenProgram(ProgramImage(Array(bytes(start, length, "bytes")))).pointer }
}

@c @implementation
public func decorum_decide(
  _ program: OpaquePointer?, _ comment: UnsafeRawPointer?, _ length: Int, _ now: Int64,
  _ decisionLength: UnsafeMutablePointer<Int>?, _ problem: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> UnsafeMutablePointer<CChar>? {
  decisionLength?.pointee = 0
  return answer(problem) {
    let program = OpenProgram.behind(try given(program, "program"))
    let comment = try bytes(comment, length, "comment")
    let decision = program.deciders.withDecider {
      $0.decide(line: comment, now: Instant(seconds: now)).decision.json
    }
    decisionLength?.pointee = decision.count
    return CText(copying: decision)
  }
}

@c @implementation
public func decorum_free(_ text: UnsafeMutablePointer<CChar>?) {
  text?.deallocate()
}

@c @implementation
public func decorum_close(_ program: OpaquePointer?) {
  if let program { OpenProgram.close(program) }
}
