"""What the measurements of one size come to."""
from __future__ import annotations

from dataclasses import dataclass

from .processes import Figures

HAND_WRITTEN = ("python-codegen", "reference")
"""Peers that are no engine: the policy as Python that a person would write, and the reference itself."""

REPEATED = 0.02
"""The share by which medians of the same thing differ from run to run."""


@dataclass(frozen=True)
class SizeFigures:
    """The medians of one size. Rates are decisions a second of one core, times microseconds; None is not measured."""

    all: dict[str, Figures]
    built: Figures

    def get(self, name: str, figure: str) -> float | None:
        return self.all.get(name, {}).get(figure)

    @property
    def peers(self) -> list[str]:
        glue = ("prep", "ndjson", "ceiling")
        return [name for name in self.all if name not in glue and not name.startswith("ours")]

    @property
    def ours(self) -> float | None:
        """In process: text and facts in memory, to a decision."""
        return rate(self.get("ours", "us"))

    def with_matching(self, peer: str) -> float | None:
        return rate(total(self.get(peer, "us"), self.get("prep", "us")))

    def with_json(self, peer: str) -> float | None:
        return rate(total(self.get(peer, "us"), self.get("prep", "us"), self.get("ndjson", "us")))

    def net(self, peer: str) -> float | None:
        """The engine alone: less what the call costs where one rule never holds."""
        return less(self.get(peer, "us"), self.get(peer, "floor"))

    @property
    def our_net(self) -> float | None:
        """Our rules alone: less what a decision costs where the same text is searched and one rule never holds.

        The two can lie closer together than medians repeat: then the rules are said to cost that much.
        """
        us = self.get("ours", "us")
        net = less(us, self.get("ours, no rules", "us"))
        return None if us is None or net is None else max(net, us * REPEATED)

    @property
    def fastest_engine(self) -> str | None:
        engines = [peer for peer in self.peers if peer not in HAND_WRITTEN and self.with_matching(peer)]
        return max(engines, key=lambda peer: self.with_matching(peer) or 0, default=None)

    @property
    def least_net(self) -> str | None:
        engines = [peer for peer in self.peers if peer not in HAND_WRITTEN and self.net(peer) is not None]
        return min(engines, key=lambda peer: self.net(peer) or 0, default=None)

    @property
    def ceiling(self) -> float | None:
        return rate(self.get("ceiling", "all_us"))


def rate(microseconds: float | None) -> float | None:
    return 1e6 / microseconds if microseconds else None


def total(*times: float | None) -> float | None:
    known = [time for time in times if time is not None]
    return sum(known) if len(known) == len(times) else None


def less(time: float | None, other: float | None) -> float | None:
    return None if time is None or other is None else time - other


def ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None
