"""A decision of ours in the form of the reference's, as far as it says the same."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .playbook import LADDER, NOTHING
from .policy import Policy

ALLOW = "allow"


@dataclass(frozen=True)
class Outcome:
    """What is compared: everything that the reference says, but the terms."""

    action: str
    category: str | None
    rule: str | None
    step: int
    escalations: tuple[str, ...]

    def differences(self, other: Outcome) -> dict[str, tuple[Any, Any]]:
        mine, theirs = vars(self), vars(other)
        return {name: (value, theirs[name]) for name, value in mine.items() if value != theirs[name]}


def outcome_of_reference(decision: dict[str, Any]) -> Outcome:
    return Outcome(
        decision["action"], decision["category"], decision["rule"], decision["step"], tuple(decision["escalations"]))


@dataclass(frozen=True)
class OurDecisions:
    """Reads the decisions made by the playbook of one policy."""

    policy: Policy

    @cached_property
    def _category(self) -> dict[str, str]:
        return {rule["id"]: rule["category"] for rule in self.policy["rules"]}

    def outcome(self, decision: dict[str, Any]) -> Outcome:
        if "trouble" in decision or decision.get("assumed"):
            raise ValueError(f"comment {decision.get('comment')}: {decision.get('trouble') or decision['assumed']}")
        name = decision["category"]
        rule = None if name in NOTHING else name
        return Outcome(
            self._strongest(decision), None if rule is None else self._category[rule], rule, _step(decision),
            tuple(decision.get("escalations", ())))

    def _strongest(self, decision: dict[str, Any]) -> str:
        actions: list[str] = [ALLOW, *(action["action"] for action in decision.get("actions", ()))]
        return max(actions, key=self.policy["actions"].index)


def _step(decision: dict[str, Any]) -> int:
    return next((ladder["strikes"] for ladder in decision.get("ladders", ()) if ladder["ladder"] == LADDER), 0)


MOST_FINDS = 32
"""How many finds a reason of ours tells at the most."""


def terms_found(decision: dict[str, Any]) -> list[str]:
    """The terms that made the category hold, once each."""
    reasons = [reason for reason in decision["because"] if reason["clause"] == f"category.{decision['category']}"]
    return sorted({find["term"] for reason in reasons for find in reason.get("found", ()) if "term" in find})
