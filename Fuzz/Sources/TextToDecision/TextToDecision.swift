import Claims
import DecisionEngine
import DecisionModel
import DecisionOracle
import PlaybookPipeline
import ReplyReview

/// libFuzzer's door: the bytes are a comment and a draft, once as a line of JSON and once as they are.
@_cdecl("LLVMFuzzerTestOneInput")
public func textToDecision(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  let now = Instant(seconds: 1_796_000_000)
  let line = decider.decide(line: bytes, now: now).decision
  claim(line)
  precondition(line.json == oracle.decide(line: bytes, now: now).decision.json, "engine and oracle differ on a line")
  let comment = Comment(text: bytes, now: now)
  let decision = decider.decide(comment)
  claim(decision, about: bytes)
  precondition(decision.json == oracle.decide(comment).json, "engine and oracle differ on a text")
  claim(reviewer.review(line: bytes, now: now).review)
  claim(reviewer.review(Draft(text: bytes, plan: "service-recovery")), of: bytes)
  precondition(!oracle.explain(comment).isEmpty, "nothing is explained")
  return 0
}

/// Harbour Coffee's; `Scripts/fuzz.sh` starts in the folder that holds `playbooks`.
private let compiled: CompiledPlaybook = {
  do {
    return try compilePlaybook(try checkPlaybook(at: PlaybookPath("playbooks/harbour-coffee")))
  } catch {
    preconditionFailure("Harbour Coffee has no program: \(error)")
  }
}()

private let oracle: Oracle = {
  do {
    return try compiled.oracle()
  } catch {
    preconditionFailure("Harbour Coffee's program contradicts itself: \(error)")
  }
}()

/// libFuzzer calls from one thread.
nonisolated(unsafe) private let decider: Decider = {
  do {
    return Decider(try compiled.engine())
  } catch {
    preconditionFailure("Harbour Coffee's program cannot be decided by: \(error)")
  }
}()

private let reviewer: Reviewer = {
  do {
    return try Reviewer(oracle)
  } catch {
    preconditionFailure("Harbour Coffee's program cannot be reviewed by: \(error)")
  }
}()
