"""The neutral policy, as `make_workload.py` writes it."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict

Comment = dict[str, Any]
"""A neutral comment: `id`, `text`, and facts under `author`, `history` and `post`."""

Condition = dict[str, Any]
"""One of `all`, `any`, `not`, `hits` and `fact`, with what belongs to it."""


class Term(TypedDict):
    text: str
    list: str


class Regex(TypedDict):
    id: str
    pattern: str


class Category(TypedDict):
    id: str
    severity: int
    action: str


class Rule(TypedDict):
    id: str
    category: str
    when: Condition


class Escalation(TypedDict):
    id: str
    raise_to: str
    when: Condition


class Ladder(TypedDict):
    action: str
    fact: str
    limit: int
    then: str


class Policy(TypedDict):
    name: str
    terms: list[Term]
    regexes: list[Regex]
    categories: list[Category]
    actions: list[str]
    rules: list[Rule]
    escalations: list[Escalation]
    ladder: Ladder


SIZES = "SML"


def read_policy(work: Path, size: str) -> Policy:
    policy: Policy = json.loads((work / f"policy_{size}.json").read_text())
    return policy


def read_comments(work: Path) -> list[Comment]:
    with (work / "comments.ndjson").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def terms_by_list(policy: Policy) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for term in policy["terms"]:
        lists.setdefault(term["list"], []).append(term["text"])
    return lists


def hits_in(condition: Condition) -> Iterator[str]:
    """The lists and regular expressions that a condition asks for."""
    (kind, value), = condition.items()
    if kind == "hits":
        yield value[0]
    for part in value if kind in ("all", "any") else [value] if kind == "not" else []:
        yield from hits_in(part)


def hits_asked_for(policy: Policy) -> set[str]:
    return {hit for clause in [*policy["rules"], *policy["escalations"]] for hit in hits_in(clause["when"])}
