"""Every decision that differs from the reference, case by case."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .agreement import Difference
from .tables import table
from .wording import Deviation

HEAD = ["comment", "the reference", "Decorum", "cause", "what it changes"]


def agreement(differences: Mapping[str, list[Difference]], comments: int) -> str:
    parts = [
        "## Agreement with the reference\n\n"
        f"Action, category, rule, step, escalations and the terms that made the rule hold, for {comments:,} comments. "
        "What differs is explained by the fewest rules of the language under which the reference itself decides as "
        "Decorum does; what none explains is a fault.\n",
        table(["cause", *differences], _causes(differences))]
    for size, every in differences.items():
        parts.append(f"### Policy {size}, case by case\n\n" + table(HEAD, map(_case, every)))
    return "\n".join(parts)


def _causes(differences: Mapping[str, list[Difference]]) -> list[list[str]]:
    counts = [Counter(map(_cause, every)) for every in differences.values()]
    causes = sorted({cause for count in counts for cause in count})
    return [
        *([_in_words(cause), *(str(count[cause]) for count in counts)] for cause in causes),
        ["**all that differ**", *(str(len(every)) for every in differences.values())],
        ["**unexplained**", *(str(unexplained(every)) for every in differences.values())]]


def unexplained(differences: list[Difference]) -> int:
    return sum(difference.causes is None for difference in differences)


def _cause(difference: Difference) -> str:
    return " + ".join(cause.name for cause in Deviation if cause in (difference.causes or ())) or "none"


def _in_words(cause: str) -> str:
    words = {deviation.name: deviation.value for deviation in Deviation}
    return "; and ".join(f"{name.lower()}: {words[name]}" if name in words else name for name in cause.split(" + "))


def _case(difference: Difference) -> list[str]:
    (reference, terms), (ours, our_terms) = difference.reference, difference.ours
    changed = reference.differences(ours)
    one = ", ".join(f"{name} {_shown(value)}" for name, (value, _) in changed.items())
    other = ", ".join(f"{name} {_shown(value)}" for name, (_, value) in changed.items())
    if not changed:
        one, other = (", ".join(each) or "no term" for each in (terms, our_terms))
    return [str(difference.comment), one, other, _cause(difference).lower(), "; ".join(difference.changes)]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value) or "none"
    return "none" if value is None else str(value)
