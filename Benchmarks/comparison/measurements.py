"""All measurements of one size.

Ours and the peers' take turns, each in a fresh process, so that what disturbs the machine disturbs all."""
from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from .ours import Decorum
from .peers import GLUE, SharedBench
from .processes import Figures, ProcessFailure

Measurement = Callable[[int], Figures]


@dataclass
class Measurements:
    """Named measurements, the figures of each round, and why one of them has none."""

    all: dict[str, Measurement]
    figures: dict[str, list[Figures]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def run(self, rounds: int) -> None:
        for turn in range(rounds):
            for name in [name for name in self.all if name not in self.failures]:
                self._run(name, turn)

    def _run(self, name: str, turn: int) -> None:
        try:
            self.figures.setdefault(name, []).append(self.all[name](turn))
        except (ProcessFailure, ValueError) as failure:
            self.failures[name] = str(failure)
            print(f"{name} has no figures: {failure}", file=sys.stderr)

    def medians(self) -> dict[str, Figures]:
        return {name: _medians(figures) for name, figures in self.figures.items() if name not in self.failures}


def _medians(rounds: list[Figures]) -> Figures:
    """The median of each figure. Of p99 it is the least, since only disturbance adds to it."""
    middle = {
        name: median(figures[name] for figures in rounds if figures.get(name) is not None)
        for name in rounds[0] if rounds[0][name] is not None}
    if "p99" in middle:
        middle["p99"] = min(figures["p99"] for figures in rounds)
    for once in ("verified", "wrong"):
        if once in rounds[0]:
            middle[once] = rounds[0][once]
    times = [figures["us"] for figures in rounds if "us" in figures]
    return middle | ({"spread": max(times) / min(times)} if times else {})


def measurements(
    size: str, decorum: Decorum, shared: SharedBench, peers: Sequence[str], *, seconds: float, verify: float
) -> Measurements:
    every: dict[str, Measurement] = {
        "ours": lambda turn: decorum.measured("playbook", size, seconds),
        "ours, no rules": lambda turn: decorum.measured("floor", size, seconds),
        "ours, lines": lambda turn: decorum.lines(size, seconds),
        "ours, stream": lambda turn: decorum.stream(size, seconds),
    }
    if b"--fields" in decorum.stream_options:
        every["ours, stream of fields"] = lambda turn: decorum.stream(size, seconds, fields=True)
        every["ours, stream of fields on all cores"] = (
            lambda turn: decorum.stream(size, seconds, fields=True, all_cores=True))
    if decorum.runs_in_node:
        every["ours, in Node"] = lambda turn: decorum.in_node(size, seconds)
    for peer in (*GLUE, *peers):
        every[peer] = _of_peer(shared, peer, size, seconds, verify)
    ceiling = shared.work / f"ceiling_{size}"
    if (ceiling / "ceiling").exists():
        every["ceiling"] = lambda turn: shared.ceiling(ceiling)
    return Measurements(every)


def _of_peer(shared: SharedBench, peer: str, size: str, seconds: float, verify: float) -> Measurement:
    """Only the first round holds the peer's decisions against the reference."""
    return lambda turn: shared.measured(peer, size, seconds, 0 if turn else verify)
