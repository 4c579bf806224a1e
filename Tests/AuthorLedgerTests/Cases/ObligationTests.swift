import AuthorLedger
import DecisionModel
import Testing

/// What a decision wants of people.
@Suite struct ObligationTests {
  private static func decision(_ change: (inout Decision) -> Void) -> [Obligation] {
    var decision = Decision(playbook: CaseLog.version, comment: nil, summary: "", stance: .hold)
    change(&decision)
    return decision.obligations(in: CaseLog.program)
  }

  @Test func `an answer has its plan, its owner and its times`() {
    let wanted = Self.decision { decision in
      decision.actions = [DecidedAction("reply")]
      decision.reply = DecidedReply(plan: "recovery", owner: "care", isPrivate: false, due: CaseLog.at(60))
      decision.reply?.notBefore = CaseLog.at(2)
      decision.reply?.heldBy = ["legal"]
    }
    #expect(
      wanted == [
        Obligation(
          .reply(plan: "recovery"), owner: "care", due: CaseLog.at(60), notBefore: CaseLog.at(2), heldBy: ["legal"])
      ])
  }

  @Test func `an answer that may be left out is optional`() {
    let wanted = Self.decision { decision in
      decision.may = [DecidedAction("message"), DecidedAction("hide")]
      decision.reply = DecidedReply(plan: "friendly", owner: nil, isPrivate: true, due: nil)
    }
    #expect(wanted == [Obligation(.reply(plan: "friendly"), isOptional: true)])
  }

  @Test func `people carry out what speaks and what enforces, and what has a deadline`() {
    let wanted = Self.decision { decision in
      decision.actions = ["monitor", "capture", "notify", "warn", "hide", "block"].map { DecidedAction($0) }
      decision.actions[1].due = CaseLog.at(5)
      decision.actions[3].heldBy = ["legal"]
    }
    #expect(
      wanted == [
        Obligation(.deed(action: "capture"), due: CaseLog.at(5)), Obligation(.deed(action: "warn"), heldBy: ["legal"]),
        Obligation(.deed(action: "hide")), Obligation(.deed(action: "block")),
      ])
  }

  @Test func `each escalation is taken over by itself`() {
    let levels = [DecidedLevel(team: "legal", due: CaseLog.at(30)), DecidedLevel(team: "duty", due: CaseLog.at(60))]
    let wanted = Self.decision { decision in
      decision.actions = [
        DecidedAction("escalate", levels: levels), DecidedAction("escalate", levels: [levels[1]]),
      ]
    }
    #expect(
      wanted == [
        Obligation(.takeOver, owner: "legal", due: CaseLog.at(30), levels: levels),
        Obligation(.takeOver, owner: "duty", due: CaseLog.at(60), levels: [levels[1]]),
      ])
  }

  @Test func `a yes is wanted of approvers and of a brake's team, by when its action is due`() {
    let wanted = Self.decision { decision in
      decision.actions = [DecidedAction("block")]
      decision.actions[0].awaiting = ["duty", "legal", "brake"]
      decision.actions[0].due = CaseLog.at(9)
      decision.approvals = [DecidedApproval(action: "block", approval: Approval(teams: ["duty", "legal"], count: 2))]
    }
    #expect(
      wanted == [
        Obligation(
          .approval(action: "block", teams: ["duty", "legal"], count: 2), owner: "duty", due: CaseLog.at(9)),
        Obligation(.approval(action: "block", teams: ["brake"], count: 1), owner: "brake", due: CaseLog.at(9)),
        Obligation(.deed(action: "block"), due: CaseLog.at(9)),
      ])
  }

  @Test func `what is later keeps what begins it`() {
    var step = FollowUp(.step("follow_up"), owner: "care")
    step.since = .resolved
    step.after = Length(7, .days).map { Allowance($0) }
    let wanted = Self.decision { $0.followUps = [step, FollowUp(.endOf("block"), owner: "duty", due: CaseLog.at(9))] }
    #expect(
      wanted == [
        .step("follow_up", 7, since: .resolved),
        Obligation(.endOf(action: "block"), owner: "duty", due: CaseLog.at(9)),
      ])
  }

  @Test(arguments: [true, false])
  func `what the playbook cannot settle is taken over by anybody`(_ isTrouble: Bool) {
    let wanted = Self.decision { decision in
      if isTrouble {
        decision.trouble = "This is no comment."
      } else {
        decision.ask = [Question(fact: "a", question: nil)]
      }
    }
    #expect(wanted == [Obligation(.takeOver)])
  }

  @Test func `nothing is wanted where nothing is ordered`() {
    #expect(Self.decision { $0.actions = [DecidedAction("let_stand")] }.isEmpty)
  }
}
