import Diagnostics
import TestSupport
import Testing

private let unknownNames = [
  FindingCase(
    "unknown-team", "there is no team `cares`", help: "write `care` (playbook.yaml:3)",
    in: playbook("teams: {care: {title: Care}}\nresponses: {r: {owner: 1️⃣cares2️⃣}}"),
    notIn: playbook("teams: {care: {title: Care}}\nresponses: {r: {owner: care}}")),
  FindingCase(
    "unknown-team", "there is no team `legal`", help: "define it under `teams`",
    in: playbook("escalations: [{escalation: e, when: {text.words: 1}, to: 1️⃣legal2️⃣}]"),
    notIn: playbook("teams: {legal: {title: x}}\nescalations: [{escalation: e, when: {text.words: 1}, to: legal}]")),
  FindingCase(
    "unknown-team", "there is no team `press`", help: "write one of `care`, or define it under `teams`",
    in: playbook("teams: {care: {title: Care}}\nresponses: {r: {owner: 1️⃣press2️⃣}}"),
    notIn: playbook("teams: {press: {title: x}}\nresponses: {r: {owner: press}}")),
  FindingCase(
    "unknown-fact", "there is no fact `author.nam`", help: "write `author.name`",
    in: playbook("responses: {r: {steps: [{step: thank, say: \"Hello {1️⃣author.nam2️⃣}!\"}]}}"),
    notIn: playbook("responses: {r: {steps: [{step: thank, say: \"Hello {author.name}!\"}]}}")),
  FindingCase(
    "unknown-lexicon", "there is no lexicon `insult`", help: "write `insults` (playbook.yaml:3)",
    in: playbook("lexicons: {insults: [fool]}\nsignals: {s: {text.uses: [1️⃣insult2️⃣]}}"),
    notIn: playbook("lexicons: {insults: [fool]}\nsignals: {s: {text.uses: [insults]}}")),
  FindingCase(
    "unknown-lexicon", "there is no lexicon `anger`", help: "define it under `lexicons`",
    in: playbook("signals: {s: {text.score: {1️⃣anger2️⃣: at least 3}}}"),
    notIn: playbook("lexicons: {anger: [x]}\nsignals: {s: {text.score: {anger: at least 3}}}")),
  FindingCase(
    "unknown-lexicon", "there is no lexicon `none`", help: "define it under `lexicons`",
    in: playbook("signals: {s: {text.uses: 1️⃣none2️⃣}}"),
    notIn: playbook("lexicons: {none: [x]}\nsignals: {s: {text.uses: none}}")),
  FindingCase(
    "unknown-lexicon", "there is no lexicon `words`", help: "define it under `lexicons`",
    in: playbook("signals: {s: {author.name: {uses: 1️⃣words2️⃣}}}"),
    notIn: playbook("lexicons: {words: [x]}\nsignals: {s: {author.name: {uses: words}}}")),
  FindingCase(
    "unknown-signal", "there is no signal `angry`", help: "define it under `signals`",
    in: playbook("categories: [{category: a, when: {signal: 1️⃣angry2️⃣}}, {category: b, when: otherwise}]"),
    notIn: playbook(
      "signals: {angry: {text.words: 1}}\ncategories: [{category: a, when: {signal: angry}}, {category: b, when: otherwise}]"
    )),
  FindingCase(
    "unknown-category", "there is no category `othre`", help: "write `other` (playbook.yaml:4)",
    in: playbook("escalations: [{escalation: e, when: {category: 1️⃣othre2️⃣}}]"),
    notIn: playbook("escalations: [{escalation: e, when: {category: other}}]")),
  FindingCase(
    "unknown-response", "there is no response `friendly`", help: "define it under `responses`",
    in: playbook("categories: [{category: a, when: otherwise, respond: 1️⃣friendly2️⃣}]"),
    notIn: playbook(
      "responses: {friendly: {title: x}}\ncategories: [{category: a, when: otherwise, respond: friendly}]")),
  FindingCase(
    "unknown-ladder", "there is no ladder `condct`", help: "write `conduct` (playbook.yaml:3)",
    in: playbook("ladders: {conduct: {rungs: [{rung: a, strikes: 1}]}}\nsignals: {s: {history.1️⃣condct2️⃣: 3}}"),
    notIn: playbook("ladders: {conduct: {rungs: [{rung: a, strikes: 1}]}}\nsignals: {s: {history.conduct: 3}}")),
  FindingCase(
    "unknown-ladder", "there is no ladder `conduct`", help: "define it under `ladders`",
    in: playbook("tests: [{test: t, comment: {text: a, history: {1️⃣conduct2️⃣: 1}}, expect: {category: other}}]"),
    notIn: playbook(
      "ladders: {conduct: {rungs: [{rung: a, strikes: 1}]}}\ntests: [{test: t, comment: {text: a, history: {conduct: 1}}, expect: {category: other}}]"
    )),
  FindingCase(
    "unknown-escalation", "there is no escalation `legal`", help: "define it under `escalations`",
    in: playbook("tests: [{test: t, comment: a, expect: {escalations: 1️⃣legal2️⃣}}]"),
    notIn: playbook("tests: [{test: t, comment: a, expect: {escalations: none}}]")),
  FindingCase(
    "unknown-channel", "there is no channel `facebook`",
    help: "add `std/channels` to `imports`, or define it under `channels`",
    in: playbook("used_on: [1️⃣facebook2️⃣]"), notIn: playbook("imports: [std/channels]\nused_on: [facebook]")),
  FindingCase(
    "unknown-standard", "there is no standard `no-blame`",
    help: "add `std/reply-standards` to `imports`, or define it under `standards`",
    in: playbook("responses: {r: {standards: [1️⃣no-blame2️⃣]}}"),
    notIn: playbook("imports: [std/reply-standards]\nresponses: {r: {standards: [no-blame]}}")),
  FindingCase(
    "unknown-action", "there is no action `hid`", help: "write `hide`",
    in: playbook("categories: [{category: a, when: otherwise, do: [1️⃣hid2️⃣]}]"),
    notIn: playbook("categories: [{category: a, when: otherwise, do: [hide]}]")),
  FindingCase(
    "unknown-action", "there is no action `blok`", help: "write `block`",
    in: playbook("categories: [{category: a, when: otherwise, may: [{1️⃣blok2️⃣: {for: 7 days}}]}]"),
    notIn: playbook("categories: [{category: a, when: otherwise, may: [{block: {for: 7 days}}]}]")),
  FindingCase(
    "unknown-response-step", "there is no response step `apologize`", help: "write `apologise`",
    in: playbook("responses: {r: {steps: [{step: 1️⃣apologize2️⃣}]}}"),
    notIn: playbook("responses: {r: {steps: [{step: apologise}]}}")),
  FindingCase(
    "unknown-mode", "there is no mode `crisis`", help: "define it under `modes`",
    in: playbook("signals: {s: {mode: 1️⃣crisis2️⃣}}"),
    notIn: playbook("modes: {crisis: {title: x}}\nsignals: {s: {mode: crisis}}")),
  FindingCase(
    "unknown-practice", "there is no practice `A2`", help: "write `A1` (playbook.yaml:3)",
    in: playbook(
      "practices: {A1: Be kind}\ntests: [{test: t, comment: a, expect: {category: other}, covers: [A1, 1️⃣A22️⃣]}]"),
    notIn: playbook("practices: {A1: Be kind}\ntests: [{test: t, comment: a, expect: {category: other}, covers: [A1]}]")
  ),
  FindingCase(
    "unknown-watch", "there is no watch `mentions`", help: "define it under `watch`",
    in: playbook("tests: [{test: t, entry: a, expect: {watch: [1️⃣mentions2️⃣]}}]"),
    notIn: playbook(
      "watch: {mentions: {terms: [a], feeds: [\"https://b.example\"]}}\n"
        + "tests: [{test: t, entry: a, expect: {watch: [mentions]}}]")),
  FindingCase(
    "unknown-condition", "there is no condition or fact `text.sayz`", help: "write `text.says`",
    in: playbook("signals: {s: {1️⃣text.sayz2️⃣: hi}}"),
    notIn: playbook("signals: {s: {text.says: hi}}")),
  FindingCase(
    "unknown-condition", "there is no condition or fact `order.days_lat`",
    help: "write `order.days_late` (playbook.yaml:3)",
    in: playbook("facts: {order.days_late: {type: number}}\nsignals: {s: {1️⃣order.days_lat2️⃣: 1}}"),
    notIn: playbook("facts: {order.days_late: {type: number}}\nsignals: {s: {order.days_late: 1}}")),
  FindingCase(
    "unknown-condition", "there is no condition or fact `order`", help: "write `order.days_late` (playbook.yaml:3)",
    in: playbook("facts: {order.days_late: {type: number}}\nsignals: {s: {1️⃣order2️⃣: {days_late: 1}}}"),
    notIn: playbook("facts: {order.days_late: {type: number}}\nsignals: {s: {order.days_late: 1}}")),
  FindingCase(
    "unknown-condition", "there is no condition or fact `weather.rainy`", help: "declare it under `facts`",
    in: playbook("signals: {s: {1️⃣weather.rainy2️⃣: yes}}"),
    notIn: playbook("facts: {weather.rainy: {type: yes_no}}\nsignals: {s: {weather.rainy: yes}}")),
  FindingCase(
    "unknown-condition", "there is no condition or fact `contains`",
    help: "write a key such as `text.says`, or declare a fact of that name under `facts`",
    in: playbook("signals: {s: {1️⃣contains2️⃣: hi}}"),
    notIn: playbook("facts: {contains: {type: word}}\nsignals: {s: {contains: hi}}")),
  FindingCase(
    "unknown-condition", "there is no condition or fact `vip`",
    help: "write a key such as `text.says`, or declare a fact of that name under `facts`",
    in: playbook("tests: [{test: t, comment: {text: a, facts: {1️⃣vip2️⃣: yes}}, expect: {category: other}}]"),
    notIn: playbook(
      "facts: {vip: {type: yes_no}}\ntests: [{test: t, comment: {text: a, facts: {vip: yes}}, expect: {category: other}}]"
    )),
]

private let factsWithTheWrongTest = [
  FindingCase(
    "invalid-test", "`soon` is no test",
    help: "write `at least 5`, `at most 5`, `more than 5`, `less than 5`, `between … and …`, `not 5` or `exactly 5`",
    in: playbook("signals: {s: {author.followers: 1️⃣soon2️⃣}}"),
    notIn: playbook("signals: {s: {author.followers: at least 5}}")),
  FindingCase(
    "invalid-test", "`5` is no test",
    help:
      "write `at least 3 days`, `at most 3 days`, `more than 3 days`, `less than 3 days`, `between … and …`, `not 3 days` or `exactly 3 days`",
    in: playbook("signals: {s: {author.account_age: 1️⃣52️⃣}}"),
    notIn: playbook("signals: {s: {author.account_age: 5 days}}")),
  FindingCase(
    "invalid-test", "`between 5 and 2` begins with the larger of the two", help: "write `between 2 and 5`",
    in: playbook("signals: {s: {post.rating: 1️⃣between 5 and 22️⃣}}"),
    notIn: playbook("signals: {s: {post.rating: between 2 and 5}}")),
  FindingCase(
    "invalid-test", "a test is one line of words, and a mapping stands here", help: "write a test such as `at least 5`",
    in: playbook("signals: {s: {post.rating: 1️⃣{at_most: 2}2️⃣}}"),
    notIn: playbook("signals: {s: {post.rating: at most 2}}")),
  FindingCase(
    "invalid-test", "one value is expected here, and a list stands here", help: "write `yes` or `no`",
    in: playbook("signals: {s: {author.verified: 1️⃣[yes]2️⃣}}"),
    notIn: playbook("signals: {s: {author.verified: yes}}")),
  FindingCase(
    "invalid-test", "one value is expected here, and nothing stands here", help: "write a word",
    in: playbook("signals: {s: {author.roles: [staff, 1️⃣\"\"2️⃣]}}"),
    notIn: playbook("signals: {s: {author.roles: [staff, press]}}")),
  FindingCase(
    "invalid-test", "`noon` is no test of a time",
    help: "write `before 2026-12-01`, `after 2026-12-01` or `between 2026-12-01 and 2026-12-24`",
    in: playbook("signals: {s: {post.at: 1️⃣noon2️⃣}}"), notIn: playbook("signals: {s: {post.at: before 2026-12-01}}")),
  FindingCase(
    "invalid-yes-no", "`maybe` is neither yes nor no", help: "write `yes` or `no`",
    in: playbook("signals: {s: {author.verified: 1️⃣maybe2️⃣}}"),
    notIn: playbook("signals: {s: {author.verified: unknown}}")),
  FindingCase(
    "empty-value", "`post.rating` is empty", help: "write its value, or leave `post.rating` out",
    in: playbook("signals: {s: {post.rating: 1️⃣[]2️⃣}}"),
    notIn: playbook("signals: {s: {post.rating: [1, 2]}}")),
  FindingCase(
    "empty-value", "`says` is empty", help: "write its value, or leave `says` out",
    in: playbook("signals: {s: {author.name: {says: 1️⃣[]2️⃣}}}"),
    notIn: playbook("signals: {s: {author.name: {says: [official]}}}")),
  FindingCase(
    "unknown-key", "a test of a text has no key `contains`", help: "write one of its keys: `says`, `uses`, `matches`",
    in: playbook("signals: {s: {author.name: {1️⃣contains2️⃣: official}}}"),
    notIn: playbook("signals: {s: {author.name: {says: official, matches: x}}}")),
  FindingCase(
    "comparison-sign", "a test reads better in words", severity: .note, help: "write `at least 10k`",
    in: playbook(
      "signals: {s: {author.followers: 1️⃣\">= 10k\"2️⃣}}\nescalations: [{escalation: e, when: {signal: s}}]"
    ),
    notIn: playbook(
      "signals: {s: {author.followers: at least 10k}}\nescalations: [{escalation: e, when: {signal: s}}]"
    )),
  FindingCase(
    "wrong-type", "`vip` cannot be a list", help: "write `yes` or `no`",
    in: playbook(
      "facts: {vip: {type: yes_no}}\ntests: [{test: t, comment: {text: a, facts: {vip: 1️⃣[yes]2️⃣}}, expect: {category: other}}]"
    ),
    notIn: playbook(
      "facts: {vip: {type: yes_no}}\ntests: [{test: t, comment: {text: a, facts: {vip: yes}}, expect: {category: other}}]"
    )),
]

@Test(arguments: unknownNames) func `a name that nothing has is told with the one that was meant`(
  _ promised: FindingCase
) {
  #expect(promised.differences(check: findings) == [])
}

@Test(arguments: factsWithTheWrongTest) func `a fact is asked and given as its type is`(_ promised: FindingCase) {
  #expect(promised.differences(check: findings) == [])
}
