import DecisionModel
import PlaybookPipeline
import ReplyReview
import Testing

/// A playbook with one of everything that a review looks at.
private let text = """
  decorum: 1
  playbook: reviewed
  teams: {care: {title: Care}, legal: {title: Legal counsel}}
  channels: {x: {title: X, can: [reply, message], longest_reply: 100}, page: {title: Our page, can: [reply]}}
  used_on: [x, page]
  facts: {order.number: {type: text, about: The number of the order}}
  lexicons:
    sorry: [sorry, apolog*]
    remedy: [we will]
  signals: {asked-by-nobody: {text.uses: sorry}}
  response_steps:
    apologise: {title: Say sorry, shown_by: sorry}
    solve: {shown_by: remedy}
  standards:
    no-blame: {title: No blame, avoid: {text.says: your fault}, instead: "Leave out\\nwhose doing it was."}
    no-shouting: {title: No shouting, avoid: {text.exclamations: at least 2}, severity: note, every_plan: yes}
    named: {title: Names it, ask: Does it name what happened?, every_plan: yes}
  responses:
    recovery:
      title: Put it right
      owner: care
      reply: {within: 1 hour, not_before: 2 minutes, in: public}
      standards: [no-blame]
      steps:
        - {step: thank, say: ["Thank you, {author.name}.", "{author.name}, thanks for writing."]}
        - {step: apologise, about: Say what for., say: "We are sorry for [what happened]."}
        - {step: solve}
        - {step: explain}
    friendly: {title: Join in, owner: care, reply: {within: 1 hour, in: same}, steps: [{step: thank, say: Thank you.}]}
  categories:
    - {category: troll, when: {text.says: idiots}, house_rule: Be kind., do: [monitor]}
    - {category: complaint, when: {text.says: late}, respond: recovery}
    - {category: other, when: otherwise, respond: friendly}
  escalations:
    - {escalation: court, when: {text.says: court}, to: legal, hold_reply: yes}

  """

/// The reviewer of the playbook above.
let reviewer: Reviewer = {
  do {
    let analysis = try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", text)])
    return try Reviewer(try compilePlaybook(analysis).oracle())
  } catch {
    preconditionFailure("the playbook of these tests is sound: \(error)")
  }
}()

/// 2026-12-02T09:00:00Z
let now = Instant(seconds: 1_796_202_000)

func review(
  _ reply: String, _ rest: String = #""comment":{"text":"late","author":{"name":"Ann Lee"}}"#
) throws -> Review {
  var writer = JSONWriter()
  writer.string(reply)
  let json = try JSONValue(parsing: Array("{\"reply\":\(writer.text),\(rest)}".utf8))
  return reviewer.review(try reviewer.draft(json, now: now))
}

extension Review {
  /// "error missing-step solve: The step …"
  var lines: [String] {
    findings.map { finding in
      let subject = [finding.step, finding.standard].compactMap { $0 }.map { " \($0)" }.joined()
      return "\(finding.severity.rawValue) \(finding.kind.rawValue)\(subject)"
    }
  }
}
