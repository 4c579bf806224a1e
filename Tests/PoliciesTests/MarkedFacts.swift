/// The facts of ten real policies, and how far playbooks say them.
let markedFacts =
  airForce + contributorCovenant + rustConduct + governmentBlogs + kubernetesSlack + handbookAndAlumni + utilityAndCity

private let airForce = facts(
  in: "air-force-response",
  [
    ("D01.1", "when: {posting.balanced: yes}", "when: {posting.mistaken: yes}"),
    ("D01.2", "when: {posting.bashes: yes}", "when: {posting.bashes: yes, posting.rants: no}"),
    ("D01.3", "do: [monitor, {notify: headquarters}]", "do: [monitor]"),
    ("D01.4", ", optional: yes", ""),
    ("D01.5", "respond: restoration", "respond: fix-the-facts"),
    ("D01.6", "may: [let_stand, share_success]", "may: [share_success]"),
    ("D01.7", "do: [let_stand]", "may: [let_stand]"),
    ("D01.8", ", when: {evaluation.respond: yes}", ""),
    ("D01.9", "avoid: {text.links: 0}", "avoid: {text.links: at least 3}"),
  ])

private let contributorCovenant =
  facts(
    in: "contributor-covenant",
    [
      ("D02.1", "no_lower_than: correction}", "no_lower_than: warning}"),
      ("D02.2", "reply: {within: 3 days, in: private}", "reply: {within: 3 days, in: public}"),
      ("D02.4", "do: [capture, remove, {no_contact: {for: between 7 and 90 days}}, {block", "do: [capture, {block"),
      ("D02.5", "when: {impact: permanent-ban}", "when: {impact: none}"),
      ("D02.6", "reply: {within: 24 hours, in: private}", "reply: {within: 24 hours, in: public}"),
    ]) + [
    MarkedFact(
      "D02.3", in: "contributor-covenant",
      .executable(words: "do: [warn, {no_contact: {for: between 7 and 90 days}}]", otherwise: "do: [warn]"),
      rest: .proseOnly("also on external channels like social media"))
  ]

private let rustConduct = facts(
  in: "rust-conduct",
  [
    ("D03.1", "{text.uses: cursing, text.mentions: at least 1}", "{text.uses: cursing}"),
    ("D03.2", "needs: warn, ", ""),
    ("D03.3", ", author.earlier_bans: 0, apology.genuine: yes}\n    may", "}\n    may"),
    ("D03.4", "when: {signal: about-a-ban, post.visibility: public}", "when: {text.says: no such thing}"),
    ("D03.5", "{use: conduct, no_lower_than: kick}", "conduct"),
    ("D03.6", "{post.channel: [zulip, github, forum]}", "{post.channel: [zulip, forum]}"),
  ])

private let governmentBlogs =
  facts(
    in: "gsa-blog",
    [
      ("D04.1", "[violence, hate, obscenity]", "[violence, hate]"),
      ("D04.3", "within: 24 working hours", "within: 24 hours"),
    ])
  + facts(
    in: "tsa-blog",
    [
      ("D05.2", "when: {signal: hides-a-link}", "when: {text.links: at least 9}"),
      ("D05.3", "when: {comment.related: no}", "when: {text.says: no such thing}"),
      ("D05.4", "may: [let_stand]", "do: [remove]"),
      ("D05.5", ", author.link_sells: yes}", "}"),
      ("D05.6", "when: {thread.same_text: at least 2, thread.by_author: 1}", "when: {text.says: no such thing}"),
    ]) + [
    MarkedFact(
      "D04.2", in: "gsa-blog",
      .executable(
        words: "when: {post.content_status: [revised, removed]}", otherwise: "when: {post.content_status: revised}"),
      // The comments that stand there already are decided again only where the caller brings them again.
      rest: .notExpressible(
        Probe(
          "tests: [{story: a, steps: [{at: 2026-12-01 10:00, event: content_revised}]}]", is: "unknown-word"))),
    MarkedFact(
      "D05.1", in: "tsa-blog",
      .executable(words: "within: 1 working day", otherwise: "within: 3 working days"),
      // What is done regularly, without a comment that calls for it.
      rest: .notExpressible(
        Probe("routines: {spam-folder: {title: Look through the spam folder, every: 1 day}}", is: "unknown-key"))),
  ]

private let kubernetesSlack =
  facts(
    in: "kubernetes-slack",
    [
      ("D06.1", "do: [capture, {notify: admins}, remove]", "do: [{notify: admins}, remove]"),
      ("D06.2", "may: [{inactivate: {also_last: 24 hours}}]", "may: [block]"),
      ("D06.3", "do: [capture, {notify: admins}, remove]", "do: [capture, remove]"),
    ]) + [
    MarkedFact(
      "D06.4", in: "kubernetes-slack",
      .executable(words: "when: {admin.involved: yes}", otherwise: "when: {admin.involved: no}"),
      // That it is somebody else who decides: no decision knows who acts.
      rest: .notExpressible(
        Probe(
          """
          teams: {admins: {title: Admins}}
          ladders:
            conduct: {rungs: [{rung: ban, strikes: 1, do: [warn], appeal: {to: admins, not_by: whoever decided}}]}
          """, is: "unknown-key")))
  ]

private let handbookAndAlumni =
  facts(
    in: "tts-social-media",
    [
      ("D07.1", "    unless: {outreach.was_told: yes}\n", ""),
      ("D07.2", "avoid: {text.uses: personal}", "avoid: {text.uses: endorsing}"),
    ])
  + facts(
    in: "stonybrook-alumni",
    [
      ("D08.1", "\n    may: [remove, block]", "\n    do: [remove, block]"),
      ("D08.2", "remove, report]\n\n", "remove]\n\n"),
    ])

private let utilityAndCity =
  facts(
    in: "gippsland-water",
    [
      ("D09.1", "when: {text.uses: offensive}", "when: {text.says: no such thing}"),
      ("D09.2", "strikes: 4", "strikes: 9"),
      ("D09.3", "hours: Mon-Fri 09:00-17:00", "hours: always"),
    ])
  + facts(
    in: "east-dubuque",
    [
      ("D10.1", "when: {text.uses: commercial}", "when: {text.says: no such thing}"),
      (
        "D10.2",
        "    say: \"We removed your comment under section 2-14-3 of the city code, ground 7 (Ord. 20-1207).\"\n", ""
      ),
      ("D10.3", "\n    may: [report]", "\n    may: [monitor]"),
    ])

/// Facts that are executable as a whole, with the words that they hang on.
private func facts(
  in playbook: String, _ rows: [(id: String, words: String, otherwise: String)]
) -> [MarkedFact] {
  rows.map { MarkedFact($0.id, in: playbook, .executable(words: $0.words, otherwise: $0.otherwise)) }
}
