"""The neutral policy as a playbook.

Each rule becomes a category, in the order of precedence, with the action of its neutral category; each list of terms a
lexicon, each regular expression a signal, the ladder a ladder, each escalation an escalation."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from .conditions import Translation
from .policy import Policy, hits_asked_for, terms_by_list

LADDER = "warnings"
NOTHING = {"unasked", "other"}
"""The categories of ours that stand for no rule at all."""

HEAD = """\
# Made by Benchmarks/comparison of the neutral policy {name}.
decorum: 1
playbook: neutral-{lower}
title: The neutral policy {name}
imports: [lexicons]

actions:
  flag: {{title: flag it, kind: record}}
  review: {{title: hand it to a person, kind: route}}

facts:
  author.blocks: {{type: number, about: How often the author was blocked before}}
  author.reports: {{type: number, about: How often the author was reported before}}

ladders:
  {ladder}:
    title: Warn, then block
    rungs:
      - {{rung: warn, strikes: 1, do: [{action}]}}
      - {{rung: block, strikes: {last}, do: [{then}]}}
"""


def write_playbook(policy: Policy, folder: Path, *, disguises: bool = False) -> None:
    """Writes `playbook.yaml` and `lexicons.yaml`; the same policy gives the same bytes."""
    _write(folder, rules(policy), lexicons(policy, disguises=disguises))


def write_floor(policy: Policy, folder: Path) -> None:
    """Writes a playbook that looks for all that the policy looks for, and has one rule, which never holds: what a
    decision costs beside the rules, as the floor of the peers does."""
    _write(folder, floor(policy), lexicons(policy))


def _write(folder: Path, playbook: Iterable[str], lexicons: Iterable[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (("playbook", playbook), ("lexicons", lexicons)):
        (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def lexicons(policy: Policy, *, disguises: bool = False) -> Iterator[str]:
    yield f"# The terms of the neutral policy {policy['name']}."
    yield "lexicons:"
    for name, terms in terms_by_list(policy).items():
        written = f"[{', '.join(map(json.dumps, terms))}]"
        yield f"  {name}: {{terms: {written}, disguises: yes}}" if disguises else f"  {name}: {written}"


def floor(policy: Policy) -> Iterator[str]:
    yield _head(policy)
    yield "signals:"
    yield from _signals(policy)
    asked = ", ".join(f"{{{condition}}}" for condition in _unasked(policy, asked=set()))
    yield "\ncategories:\n  - category: never"
    yield f"    when: {{any: [{asked}], post.rating: at least 99}}"
    yield f"    do: [flag]\n    ladder: {LADDER}"
    yield "  - {category: other, when: otherwise}"


def rules(policy: Policy) -> Iterator[str]:
    translation = Translation(policy)
    category = {category["id"]: category for category in policy["categories"]}
    yield _head(policy)
    yield "signals:"
    yield from _signals(policy)
    yield "\ncategories:"
    for rule in policy["rules"]:
        action = category[rule["category"]]["action"]
        yield f"  - category: {rule['id']}"
        yield f"    title: {rule['category']}"
        yield f"    when: {translation.written(rule['when'])}"
        yield f"    ladder: {LADDER}" if action == policy["ladder"]["action"] else f"    do: [{action}]"
    yield from _terms_of_no_rule(policy)
    yield "  - {category: other, when: otherwise}\n\nescalations:"
    for escalation in policy["escalations"]:
        yield f"  - escalation: {escalation['id']}"
        yield f"    when: {translation.written(escalation['when'])}"
        yield f"    do: [{escalation['raise_to']}]"


def _head(policy: Policy) -> str:
    name, ladder = policy["name"], policy["ladder"]
    if ladder["fact"] != f"history.{LADDER}":
        raise ValueError(f"the ladder counts {ladder['fact']}, which the playbook does not")
    return HEAD.format(
        name=name, lower=name.lower(), ladder=LADDER, action=ladder["action"], last=ladder["limit"] + 1,
        then=ladder["then"])


def _signals(policy: Policy) -> Iterator[str]:
    for regex in policy["regexes"]:
        quoted = regex["pattern"].replace("'", "''")
        yield f"  {regex['id']}: {{text.matches: '{quoted}'}}"


def _terms_of_no_rule(policy: Policy) -> Iterator[str]:
    """The peers look for every term and expression, whether or not a rule asks for it. So do we, to no effect."""
    unasked = [*_unasked(policy, hits_asked_for(policy))]
    if unasked:
        yield f"  - {{category: unasked, when: [{', '.join(f'{{{item}}}' for item in unasked)}]}}"


def _unasked(policy: Policy, asked: set[str]) -> Iterator[str]:
    """Conditions that ask for the lists and expressions which `asked` does not name."""
    lists = [name for name in terms_by_list(policy) if name not in asked]
    signals = [regex["id"] for regex in policy["regexes"] if regex["id"] not in asked]
    if lists:
        yield f"text.uses: [{', '.join(lists)}]"
    if signals:
        yield f"signal: [{', '.join(signals)}]"
