"""Rows of figures, a column for each size, and beside it what is to be reached."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .figures import SizeFigures
from .tables import number, table

Value = float | None


@dataclass(frozen=True)
class Row:
    """A figure, how it is written, and its bounds by size."""

    title: str
    value: Callable[[SizeFigures], Value]
    shown: Callable[[Value], str] = number
    least: Mapping[str, float] = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)

    def cells(self, size: str, figures: SizeFigures) -> list[str]:
        value = self.value(figures)
        return [self.shown(value), self._goal(size, value)]

    def _goal(self, size: str, value: Value) -> str:
        if size in self.least:
            return self._judged("at least", self.least[size], None if value is None else value >= self.least[size])
        if size in self.most:
            return self._judged("at most", self.most[size], None if value is None else value <= self.most[size])
        return ""

    def _judged(self, words: str, bound: float, is_reached: bool | None) -> str:
        verdict = "not measured" if is_reached is None else "reached" if is_reached else "**missed**"
        return f"{words} {self.shown(bound)}: {verdict}"


@dataclass(frozen=True)
class Words:
    """A row that is written and not judged."""

    title: str
    written: Callable[[SizeFigures], str]

    def cells(self, size: str, figures: SizeFigures) -> list[str]:
        return [self.written(figures), ""]


def table_of_goals(sizes: Mapping[str, SizeFigures], rows: Sequence[Row | Words]) -> str:
    head = ["", *(cell for size in sizes for cell in (size, "to reach"))]
    return table(head, (
        [row.title, *(cell for size, figures in sizes.items() for cell in row.cells(size, figures))] for row in rows))
