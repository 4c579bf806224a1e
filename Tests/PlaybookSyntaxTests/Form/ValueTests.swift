import TestSupport
import Testing

private let values = [
  FindingCase(
    "invalid-name", "`Harbour Coffee` is not written as a name", help: "write `harbour-coffee`",
    in: "decorum: 1\nplaybook: 1️⃣Harbour Coffee2️⃣\ncategories: [{category: a, when: otherwise}]",
    notIn: playbook("title: Harbour Coffee")),
  FindingCase(
    "invalid-name", "`Days Late` is not written as a name", help: "write `days_late`",
    in: playbook("facts: {1️⃣Days Late2️⃣: {type: number}}"),
    notIn: playbook("facts: {days_late: {type: number}}")),
  FindingCase(
    "invalid-name", "`☕️` is not written as a name", help: "write it with small letters, digits and hyphens",
    in: playbook("teams: {1️⃣☕️2️⃣: {title: x}}"), notIn: playbook("teams: {coffee: {title: ☕️}}")),
  FindingCase(
    "invalid-name", "a name has at most 100 characters", help: "write a shorter one",
    in: playbook("teams: {1️⃣\(String(repeating: "a", count: 101))2️⃣: {title: x}}"),
    notIn: playbook("teams: {\(String(repeating: "a", count: 100)): {title: x}}")),
  FindingCase(
    "several-lines", "this is one line of text", help: "write it on one line, or say the rest in `about`",
    in: playbook("title: 1️⃣|\n  Shop\n  and more2️⃣"), notIn: playbook("about: |\n  Shop\n  and more\n")),
  FindingCase(
    "unknown-word", "`numbr` is none of the words that can stand here", help: "write `number`",
    in: playbook("facts: {vip: {type: 1️⃣numbr2️⃣}}"), notIn: playbook("facts: {vip: {type: number}}")),
  FindingCase(
    "unknown-word", "`boolean` is none of the words that can stand here",
    help: "write `number`, `yes_no`, `word`, `words`, `text`, `duration` or `instant`",
    in: playbook("facts: {vip: {type: 1️⃣boolean2️⃣}}"), notIn: playbook("facts: {vip: {type: yes_no}}")),
  FindingCase(
    "invalid-yes-no", "`on` is neither yes nor no", help: "write `yes` or `no`",
    in: playbook("lexicons: {l: {terms: [a], disguises: 1️⃣on2️⃣}}"),
    notIn: playbook("lexicons: {l: {terms: [a], disguises: yes}}")),
  FindingCase(
    "invalid-number", "`1.5` is no whole number", help: "write a whole number such as `3`",
    in: playbook("lexicons: {l: {weights: {a: 1️⃣1.52️⃣}}}"),
    notIn: playbook("lexicons: {l: {weights: {a: 2}}}")),
  FindingCase(
    "invalid-number", "`five` is no number", help: "write a number such as `5`, `1.5`, `10k` or `60%`",
    in: playbook("tests: [{test: a, comment: {post: {rating: 1️⃣five2️⃣}}}]"),
    notIn: playbook("tests: [{test: a, comment: {post: {rating: 5}}}]")),
  FindingCase(
    "invalid-length", "`60` is no length of time",
    help: "write a number and a unit: `30 minutes`, `2 hours`, `7 days`, `1 working day`",
    in: playbook("responses: {r: {reply: {within: 1️⃣602️⃣}}}"),
    notIn: playbook("responses: {r: {reply: {within: 60 minutes}}}")),
  FindingCase(
    "invalid-length", "`0 days` is no length of time",
    help: "write a number and a unit: `30 minutes`, `2 hours`, `7 days`, `3 months`",
    in: playbook("ladders: {l: {forget_after: 1️⃣0 days2️⃣, rungs: [{rung: a, strikes: 1}]}}"),
    notIn: playbook("ladders: {l: {forget_after: 90 days, rungs: [{rung: a, strikes: 1}]}}")),
  FindingCase(
    "invalid-length", "working days are whole", help: "write whole days, or hours such as `4 working hours`",
    in: playbook("responses: {r: {reply: {within: 1️⃣1.5 working days2️⃣}}}"),
    notIn: playbook("responses: {r: {reply: {within: 1.5 working hours}}}")),
  FindingCase(
    "invalid-length", "working time does not count here", help: "write plain time: `2 days`",
    in: playbook("ladders: {l: {forget_after: 1️⃣2 working days2️⃣, rungs: [{rung: a, strikes: 1}]}}"),
    notIn: playbook("ladders: {l: {forget_after: 2 days, rungs: [{rung: a, strikes: 1}]}}")),
  FindingCase(
    "unknown-language-version", "there is no version `0` of the language", help: "write `1`",
    in: "decorum: 1️⃣02️⃣\nplaybook: a\ncategories: [{category: a, when: otherwise}]", notIn: playbook("title: x")),
  FindingCase(
    "invalid-version", "`1 beta` is no version", help: "write a version such as `1.4.0`",
    in: playbook("version: 1️⃣1 beta2️⃣"),
    notIn: playbook("version: 1.10")),
  FindingCase(
    "invalid-date", "`2026-02-30` is no day of the calendar", help: "write year, month and day: `2026-12-01`",
    in: playbook("effective: 1️⃣2026-02-302️⃣"), notIn: playbook("effective: 2024-02-29")),
  FindingCase(
    "invalid-time", "`tomorrow` is no time", help: "write `2026-12-01 10:00`, or `2026-12-01T10:00:00Z`",
    in: playbook("tests: [{test: a, comment: {now: 1️⃣tomorrow2️⃣}}]"),
    notIn: playbook("tests: [{test: a, comment: {now: 2026-12-01 10:00}}]")),
  FindingCase(
    "invalid-hours", "`Mon-Fri 9-17` gives no hours of a week",
    help: "write days and times such as `Mon-Fri 09:00-17:00`, or `always`",
    in: playbook("teams: {care: {hours: 1️⃣Mon-Fri 9-172️⃣}}"),
    notIn: playbook("teams: {care: {hours: Mon-Fri 09:00-17:00}}")),
  FindingCase(
    "unknown-time-zone", "there is no time zone `Europe/Londn`", help: "write `Europe/London`",
    in: playbook("timezone: 1️⃣Europe/Londn2️⃣"),
    notIn: playbook("timezone: Europe/London")),
  FindingCase(
    "unknown-time-zone", "there is no time zone `here`",
    help: "write a name of the tz database, such as `Europe/London`",
    in: playbook("timezone: 1️⃣here2️⃣"), notIn: playbook("timezone: UTC")),
  FindingCase(
    "outside-path", "`/etc/words.txt` is no path within the playbook's folder",
    help: "write a path relative to this file, with `/` between folders",
    in: playbook("lexicons: {l: {file: 1️⃣/etc/words.txt2️⃣}}"),
    notIn: playbook("lexicons: {l: {file: words.txt}}")),
  FindingCase(
    "outside-path", "`words\\insults` is no path within the playbook's folder",
    help: "write a path relative to this file, with `/` between folders", in: playbook("imports: [1️⃣words\\insults2️⃣]"),
    notIn: playbook("imports: [words/insults]")),
  FindingCase(
    "invalid-wording", "this `[` is not closed",
    help:
      "write facts as `{author.name}` and blanks as `[what happened]`; a brace or a bracket itself is written twice",
    in: playbook("responses: {r: {steps: [{step: thank, say: \"Thanks 1️⃣[2️⃣name\"}]}}"),
    notIn: playbook("responses: {r: {steps: [{step: thank, say: \"Thanks [[name\"}]}}")),
]

private let terms = [
  FindingCase(
    "invalid-term", "`*` would be in every text", help: "write at least one word beside the `*`",
    in: playbook("lexicons: {l: [1️⃣\"*\"2️⃣]}"),
    notIn: playbook("lexicons: {l: [\"want* * refund\"]}")),
  FindingCase(
    "invalid-term", "`*` stands inside a word of `re*fund`",
    help: "write `*` at the beginning or the end of a word, or a word for each form",
    in: playbook("lexicons: {l: {except: [1️⃣re*fund2️⃣], terms: [a]}}"),
    notIn: playbook("lexicons: {l: {except: [re*, \"*fund\"], terms: [a]}}")),
  FindingCase(
    "invalid-term", "`https://a.example/b` holds a link, and links are left out when words are looked for",
    help: "write the words beside the link, or use `text.links_to`",
    in: playbook("signals: {s: {text.says: 1️⃣https://a.example/b2️⃣}}"),
    notIn: playbook("signals: {s: {text.says: a.example}}")),
  FindingCase(
    "invalid-term", "a term has at most 256 characters", help: "write the words of it that matter",
    in: playbook("lexicons: {l: {weights: {1️⃣\(String(repeating: "a", count: 257))2️⃣: 1}}}"),
    notIn: playbook("lexicons: {l: {weights: {\(String(repeating: "a", count: 256)): 1}}}")),
]

private let expressions = [
  FindingCase(
    "regular-expression", "`(?!` looks around, which cannot be found in one pass over a text",
    help: "write what may follow, or say the exception under `unless`",
    in: playbook("signals: {s: {text.matches: 'é1️⃣(?!2️⃣c)'}}"),
    notIn: playbook("signals: {s: {text.matches: 'é(?:c)'}}")),
  FindingCase(
    "regular-expression", "`(?<=` looks around, which cannot be found in one pass over a text",
    help: "write what may come before, such as `(^|[^a])`, or say the exception under `unless`",
    in: playbook("signals: {s: {text.matches: [a, \"1️⃣(?<=2️⃣b)c\"]}}"),
    notIn: playbook("signals: {s: {text.matches: [a, \"(?<name>b)c\"]}}")),
  FindingCase(
    "regular-expression", "`\\1` refers back, which cannot be found in one pass over a text",
    help: "write out what may stand there, such as `(aa|bb)`",
    in: playbook("signals: {s: {text.matches: '(a)1️⃣\\12️⃣'}}"),
    notIn: playbook("signals: {s: {text.matches: '(a)\\x{1}'}}")),
  FindingCase(
    "regular-expression", "this group does not end", help: "write `)` at its end, or `\\(` for a bracket",
    in: playbook("signals: {s: {text.matches: 'a1️⃣(2️⃣b'}}"),
    notIn: playbook("signals: {s: {text.matches: 'a\\(b'}}")),
  // Escapes in double quotes hide where a character stands.
  FindingCase(
    "regular-expression", "`\\y` means nothing",
    help: "write the letter alone, or `\\d`, `\\w`, `\\s`, `\\b` and their like",
    in: playbook("signals: {s: {text.matches: 1️⃣\"\\\\y\"2️⃣}}"),
    notIn: playbook("signals: {s: {text.matches: \"\\\\d\"}}")),
  FindingCase(
    "regular-expression-too-large", "with its repetitions counted out, this needs more than 10000 states",
    help: "write smaller counts, or `*` and `+`",
    in: playbook("signals: {s: {text.matches: '1️⃣(a{1000}){10}2️⃣'}}"),
    notIn: playbook("signals: {s: {text.matches: '(a{999}){10}'}}")),
]

private let hosts = [
  FindingCase(
    "invalid-host", "`https://casino.example` is an address, and a host is expected here",
    help: "write the host alone, such as `casino.example`",
    in: playbook("signals: {s: {text.links_to: 1️⃣https://casino.example2️⃣}}"),
    notIn: playbook("signals: {s: {text.links_to: casino.example}}")),
  FindingCase(
    "invalid-host", "`casino.example/play` holds a path, and only the host of a link is compared",
    help: "write the host alone, such as `casino.example`, or find the path with `text.matches`",
    in: playbook("signals: {s: {text.links_to: [a.example, 1️⃣casino.example/play2️⃣]}}"),
    notIn: playbook("signals: {s: {text.links_to: [a.example, play.casino.example]}}")),
  FindingCase(
    "invalid-host", "`the casino` is no host that a link can lead to",
    help: "write the host alone, such as `casino.example`",
    in: playbook("signals: {s: {text.links_to: 1️⃣the casino2️⃣}}"),
    notIn: playbook("signals: {s: {text.links_to: the-casino}}")),
  FindingCase(
    "invalid-host", "`*` stands in the host `*.example`",
    help: "write the host alone: what is below `casino.example` is found with it",
    in: playbook("signals: {s: {text.links_to: 1️⃣\"*.example\"2️⃣}}"),
    notIn: playbook("signals: {s: {text.links_to: \"example\"}}")),
]

private let addresses = [
  FindingCase(
    "invalid-address", "`alerts.example/1.atom` is no address on the web",
    help: "write `https://alerts.example/1.atom`",
    in: playbook("watch: {w: {terms: [a], feeds: [1️⃣alerts.example/1.atom2️⃣]}}"),
    notIn: playbook("watch: {w: {terms: [a], feeds: [\"https://alerts.example/1.atom\"]}}")),
  FindingCase(
    "invalid-address", "`file:///etc/passwd` is no address on the web",
    help: "write an address such as `https://alerts.example/feeds/1.atom`, without a name or a password in it",
    in: playbook("watch: {w: {terms: [a], feeds: [1️⃣\"file:///etc/passwd\"2️⃣]}}"),
    notIn: playbook("watch: {w: {terms: [a], feeds: [\"http://[::1]:8080/1?a=b#c\"]}}")),
  FindingCase(
    "invalid-address", "`https://me:secret@alerts.example` is no address on the web",
    help: "write an address such as `https://alerts.example/feeds/1.atom`, without a name or a password in it",
    in: playbook("watch: {w: {terms: [a], feeds: [1️⃣\"https://me:secret@alerts.example\"2️⃣]}}"),
    notIn: playbook("watch: {w: {terms: [a], feeds: [\"HTTPS://alerts.example/@me\"]}}")),
]

@Test(arguments: addresses) func `an address that cannot be asked for is told`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test(arguments: expressions) func `a regular expression that cannot be found is told where it goes wrong`(
  _ promised: FindingCase
) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test(arguments: hosts) func `a host that no link leads to is told`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test(arguments: values) func `a value that its key cannot have is told with one that it can`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}

@Test(arguments: terms) func `a term that can never be found is told`(_ promised: FindingCase) {
  #expect(promised.differences(check: findingsOfForm) == [])
}
