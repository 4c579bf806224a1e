import Claims
import DecisionEngine
import DecisionOracle
import DecisionModel
import PlaybookPipeline
import ReplyReview

/// libFuzzer's door: the bytes are a comment and a draft, once as a line of JSON and once as they are.
@_cdecl("LLVMFuzzerTestOneInput")
public func textToDecision(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  let now = Instant(seconds: 1_796_000_000)
  claim(engine.decide(line: bytes, now: now).decision)
  let comment = Comment(text: bytes, now: now)
  claim(engine.decide(comment), about: bytes)
  claim(reviewer.review(line: bytes, now: now).review)
  claim(reviewer.review(Draft(text: bytes, plan: "service-recovery")), of: bytes)
  precondition(!engine.explain(comment).isEmpty, "nothing is explained")
  return 0
}

/// Harbour Coffee's; `Scripts/fuzz.sh` starts in the folder that holds `playbooks`.
private let engine: Oracle = {
  do {
    return try compilePlaybook(try checkPlaybook(at: PlaybookPath("playbooks/harbour-coffee"))).oracle()
  } catch {
    preconditionFailure("Harbour Coffee has no program: \(error)")
  }
}()

private let reviewer: Reviewer = {
  do {
    return try Reviewer(engine)
  } catch {
    preconditionFailure("Harbour Coffee's program cannot be reviewed by: \(error)")
  }
}()
