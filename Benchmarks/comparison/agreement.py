"""Holds every decision of ours against the reference, and explains each that differs.

A difference is explained by the fewest deviations of the language (see `wording.py`) under which the reference itself
decides as we do. What no deviation explains is a fault."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from .decisions import MOST_FINDS, OurDecisions, Outcome, outcome_of_reference, terms_found
from .policy import Policy, hits_in
from .wording import ALL, NONE, Deviation, Deviations, Matcher

Judged = tuple[Outcome, tuple[str, ...]]
"""A decision, and the terms that made its rule hold."""


@dataclass(frozen=True)
class Difference:
    comment: int
    reference: Judged
    ours: Judged
    causes: Deviations | None
    """The fewest deviations that explain it; none where none do."""
    changes: tuple[str, ...]
    """What the causes change in what the rules are given."""


class Judge:
    """The reference's rules, behind hits and signals that are counted with some deviations."""

    def __init__(self, policy: Policy, reference: Any) -> None:
        self.policy, self.reference, self.matcher = policy, reference, Matcher(policy)
        self.decisions = OurDecisions(policy)
        self.lists = {rule["id"]: set(_positive_hits(rule["when"])) for rule in policy["rules"]}

    def context(self, comment: dict[str, Any], deviations: Deviations) -> tuple[dict[str, Any], list[Any]]:
        return self.matcher.context(comment, deviations)

    def judge(self, context: dict[str, Any], terms: list[int]) -> Judged:
        reference = self.reference
        decision = reference.finish(context, reference.rule(context), terms, reference.escalate)
        return outcome_of_reference(decision), self._terms_of_rule(decision["rule"], terms)

    def given(self, decision: dict[str, Any], terms: list[int]) -> Judged:
        """A decision that the reference made before, with the terms that it found."""
        return outcome_of_reference(decision), self._terms_of_rule(decision["rule"], terms)

    def ours(self, decision: dict[str, Any]) -> Judged:
        outcome = self.decisions.outcome(decision)
        return outcome, tuple(terms_found(decision)) if outcome.rule else ()

    def _terms_of_rule(self, rule: str | None, terms: list[int]) -> tuple[str, ...]:
        if rule is None:
            return ()
        found = (self.policy["terms"][number] for number in terms)
        return tuple(sorted(term["text"] for term in found if term["list"] in self.lists[rule]))


def _positive_hits(condition: dict[str, Any]) -> Iterator[str]:
    """The lists whose terms make a condition hold: none under a `not`."""
    if "not" in condition:
        return
    for part in condition.get("all") or condition.get("any") or ():
        yield from _positive_hits(part)
    if "hits" in condition:
        yield from hits_in(condition)


def compare(
    judge: Judge, comments: Iterable[dict[str, Any]], contexts: Iterable[Any], references: Iterable[dict[str, Any]],
    decisions: Iterable[dict[str, Any]],
) -> list[Difference]:
    """All differences of one policy.

    `contexts` are the reference's own, as `Reference.context` gives them."""
    differences = []
    for comment, (context, terms), reference, decision in zip(comments, contexts, references, decisions, strict=True):
        expected, ours = judge.given(reference, terms), judge.ours(decision)
        if not _are_equal(expected, ours):
            differences.append(_explain(judge, comment, expected, ours))
        elif not _foresees(judge, comment, (context, terms), ours):
            differences.append(Difference(comment["id"], expected, ours, None, ("the stated rules differ",)))
    return differences


def _are_equal(one: Judged, other: Judged) -> bool:
    (outcome, terms), (other_outcome, other_terms) = one, other
    return outcome == other_outcome and (terms == other_terms or len(other_terms) >= MOST_FINDS)


def _foresees(judge: Judge, comment: dict[str, Any], known: tuple[Any, list[int]], ours: Judged) -> bool:
    """Whether the stated rules, taken together, lead to our decision as well."""
    context, hits = judge.context(comment, ALL)
    terms = [hit.term for hit in hits]
    return (context, terms) == known or _are_equal(judge.judge(context, terms), ours)


def _explain(judge: Judge, comment: dict[str, Any], expected: Judged, ours: Judged) -> Difference:
    for number in range(1, len(Deviation) + 1):
        for causes in map(frozenset, combinations(Deviation, number)):
            context, hits = judge.context(comment, causes)
            if _are_equal(judge.judge(context, [hit.term for hit in hits]), ours):
                return Difference(comment["id"], expected, ours, causes, (*_changes(judge, comment, causes),))
    return Difference(comment["id"], expected, ours, None, ())


def _changes(judge: Judge, comment: dict[str, Any], causes: Deviations) -> Iterator[str]:
    """What is found and counted otherwise, with the place in the text."""
    (before, hits_before), (after, hits_after) = (judge.context(comment, each) for each in (NONE, causes))
    text, terms = comment["text"], judge.policy["terms"]
    for verb, some, others in (("also found", hits_after, hits_before), ("not found", hits_before, hits_after)):
        for hit in some:
            if hit.term not in {other.term for other in others}:
                term = terms[hit.term]
                yield f"{verb}: {term['list']} `{term['text']}` in “{text[hit.start:hit.end]}”"
    asked = [*before["hits"], *after["hits"]]
    regexes = {regex["id"] for regex in judge.policy["regexes"]} & set(asked)
    for name in sorted(regexes):
        if (name in before["hits"]) != (name in after["hits"]):
            yield f"{'also' if name in after['hits'] else 'not'} found: {name}"
    for name, count in before["text"].items():
        if after["text"][name] != count:
            yield f"{name}: {count} → {after['text'][name]}"
