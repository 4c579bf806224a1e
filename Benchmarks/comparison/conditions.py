"""A condition of the neutral policy in the words of the playbook language."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .policy import Condition, Policy

FACTS = {
    "author.followers": "author.followers",
    "author.age_days": "author.account_age",
    "author.verified": "author.verified",
    "history.warnings": "history.warnings",
    "history.blocks": "author.blocks",
    "history.reports": "author.reports",
    "post.channel": "post.channel",
    "post.rating": "post.rating",
    "post.replies": "thread.replies",
    "text.chars": "text.length",
    "text.words": "text.words",
    "text.caps_pct": "text.capitals",
    "text.links": "text.links",
    "text.mentions": "text.mentions",
    "text.hashtags": "text.hashtags",
    "text.exclaims": "text.exclamations",
}
UNITS = {"author.age_days": " days", "text.caps_pct": "%"}
COMPARISONS = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least", "==": "exactly", "!=": "not"}


@dataclass(frozen=True)
class Translation:
    """What a condition of one policy becomes: YAML in flow style."""

    policy: Policy

    def written(self, condition: Condition) -> str:
        return _flow(self._condition(condition))

    def _condition(self, condition: Condition) -> Any:
        (kind, value), = condition.items()
        match kind:
            case "all":
                return _together([self._condition(part) for part in value])
            case "any":
                return {"any": [self._condition(part) for part in value]}
            case "not":
                return {"not": self._condition(value)}
            case "hits":
                return self._hits(*value)
            case "fact":
                return self._fact(*value)
        raise ValueError(f"the neutral policy has no condition `{kind}`")

    def _hits(self, name: str, least: int) -> Any:
        if any(regex["id"] == name for regex in self.policy["regexes"]):
            return {"signal": name}
        return {"text.uses": name} if least == 1 else {"text.count": {name: f"at least {least}"}}

    def _fact(self, path: str, comparison: str, value: Any) -> Any:
        if path == "category.severity":
            return {"category": self._rules_as_severe(comparison, value)}
        fact = FACTS[path]
        if comparison == "in":
            return {fact: value}
        if isinstance(value, bool):
            return {fact: "yes" if value == (comparison == "==") else "no"}
        if isinstance(value, str):
            return {fact: value} if comparison == "==" else {"not": {fact: value}}
        return {fact: f"{COMPARISONS[comparison]} {value}{UNITS.get(path, '')}"}

    def _rules_as_severe(self, comparison: str, least: int) -> list[str]:
        """A rule is a category of ours, so that a severity is a list of rules."""
        if comparison != ">=":
            raise ValueError(f"a severity is compared by >=, not by {comparison}")
        severe = {category["id"] for category in self.policy["categories"] if category["severity"] >= least}
        return [rule["id"] for rule in self.policy["rules"] if rule["category"] in severe]


def _together(parts: list[dict[str, Any]]) -> Any:
    """A mapping means all; where a key would stand twice, `all` says so."""
    keys = [key for part in parts for key in part]
    if len(set(keys)) < len(keys):
        return {"all": parts}
    return {key: value for part in parts for key, value in part.items()}


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)
