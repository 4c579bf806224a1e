"""The report of a run, in Markdown."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .agreement import Difference
from .cases import agreement
from .costs import costs, growth
from .figures import SizeFigures, ratio
from .hard_texts import HardTexts
from .reach import figures_to_reach
from .tables import milliseconds, number, table, times


@dataclass
class Results:
    """Everything that one run found out."""

    machine: str
    comments: int
    sizes: dict[str, SizeFigures] = field(default_factory=dict)
    differences: dict[str, list[Difference]] = field(default_factory=dict)
    hard_texts: dict[str, HardTexts] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


def report(results: Results) -> str:
    parts = [f"# Results\n\n{results.machine}\n"]
    if results.sizes:
        parts += [figures_to_reach(results.sizes), costs(results.sizes), growth(results.sizes), _peers(results.sizes)]
    if results.hard_texts:
        parts.append(_hard_texts(results.hard_texts))
    if results.differences:
        parts.append(agreement(results.differences, results.comments))
    if results.failures:
        reasons = (f"- {name}: {why.splitlines()[-1][:200]}" for name, why in results.failures.items())
        parts.append("## What could not be measured\n\n" + "\n".join(reasons) + "\n")
    return "\n".join(parts)


HEAD = [
    "peer", "us a decision, hits given", "floor us", "net us", "with matching: decisions/s", "and NDJSON",
    "ours is faster by", "p50 us", "p99 us", "load", "verified", "wrong", "max/min of runs"]


def _peers(sizes: Mapping[str, SizeFigures]) -> str:
    parts = ["## Beside the peers\n"]
    for size, f in sizes.items():
        prep, json = number(f.get("prep", "us")), number(f.get("ndjson", "us"))
        parts.append(
            f"Policy {size}: matching, signals and hit counts in Python {prep} us, NDJSON in and out {json} us.\n")
        by_time = sorted(f.peers, key=lambda peer: f.get(peer, "us") or 0)
        parts.append(table(HEAD, (_peer(f, peer) for peer in by_time)))
    return "\n".join(parts)


def _peer(f: SizeFigures, peer: str) -> list[str]:
    def get(figure: str) -> str:
        return number(f.get(peer, figure))

    return [
        peer, get("us"), get("floor"), number(f.net(peer)), number(f.with_matching(peer)), number(f.with_json(peer)),
        times(ratio(f.ours, f.with_matching(peer))), get("p50"), get("p99"), milliseconds(f.get(peer, "load_s")),
        number(f.get(peer, "verified"), 6), get("wrong"), get("spread")]


def _hard_texts(every: Mapping[str, HardTexts]) -> str:
    parts = [
        "## Hard texts\n\nMicroseconds a decision, the least of several. *Growth* is the time per byte at 64 KB "
        "against that at 1 KB: about 1 or less is linear, 64 were quadratic.\n"]
    for title, hard in every.items():
        slowest, steepest = hard.slowest(10), hard.steepest
        parts.append(
            f"### {title}\n\n{len(hard.shapes)} shapes. The slowest at 10 KB takes {number(hard.time(slowest, 10))} us "
            f"({slowest}); under 1,000 is to be reached. The steepest grows by {times(hard.growth(steepest))} "
            f"({steepest}).\n")
        parts.append(table(["shape", *(f"{size} KB" for size in hard.sizes), "growth"], (
            [shape, *(number(hard.time(shape, size)) for size in hard.sizes), times(hard.growth(shape))]
            for shape in hard.shapes)))
    return "\n".join(parts)
