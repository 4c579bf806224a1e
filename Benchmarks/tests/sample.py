"""A policy and a comment, as small as the tests allow, with one of everything that a neutral policy holds."""
from __future__ import annotations

from typing import Any

from comparison.policy import Policy

POLICY: Policy = {
    "name": "S",
    "terms": [
        {"text": "rude word", "list": "l0"}, {"text": "dog", "list": "l0"}, {"text": "offer", "list": "l1"},
        {"text": "nobody asks", "list": "l2"},
    ],
    "regexes": [{"id": "x0", "pattern": r"it's \$[0-9]{2,}"}, {"id": "x1", "pattern": "unasked"}],
    "categories": [
        {"id": "c0", "severity": 9, "action": "warn"}, {"id": "c1", "severity": 4, "action": "hide"},
    ],
    "actions": ["allow", "flag", "warn", "hide", "review", "block"],
    "rules": [
        {"id": "r0", "category": "c0", "when": {"all": [
            {"hits": ["l0", 2]}, {"fact": ["author.age_days", "<", 7]}, {"fact": ["post.channel", "!=", "dm"]}]}},
        {"id": "r1", "category": "c1", "when": {"all": [
            {"hits": ["l1", 1]}, {"not": {"hits": ["l0", 1]}},
            {"any": [{"fact": ["text.caps_pct", ">=", 40]}, {"hits": ["x0", 1]}]}]}},
        {"id": "r2", "category": "c1", "when": {"all": [
            {"fact": ["text.words", "<=", 12]}, {"fact": ["text.words", "<=", 2]},
            {"fact": ["author.verified", "==", False]}, {"fact": ["post.channel", "in", ["dm", "feed"]]}]}},
    ],
    "ladder": {"action": "warn", "fact": "history.warnings", "limit": 3, "then": "block"},
    "escalations": [
        {"id": "e0", "raise_to": "review", "when": {"all": [
            {"fact": ["category.severity", ">=", 5]}, {"fact": ["history.reports", ">=", 2]}]}},
    ],
}


def comment(text: str, **facts: Any) -> dict[str, Any]:
    known = {"followers": 5, "age_days": 3, "verified": False, "warnings": 0, "blocks": 0, "reports": 0,
             "channel": "feed", "rating": 3, "replies": 1} | facts
    groups = {"author": ("followers", "age_days", "verified"), "history": ("warnings", "blocks", "reports"),
              "post": ("channel", "rating", "replies")}
    return {"id": 7, "text": text, **{group: {name: known[name] for name in names} for group, names in groups.items()}}
