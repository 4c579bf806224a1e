"""The times of the hard texts, and how they grow."""
from __future__ import annotations

from dataclasses import dataclass

from .shapes import SIZES, name


@dataclass(frozen=True)
class HardTexts:
    shapes: list[str]
    """Their names, in order."""
    times: dict[str, float]
    """Microseconds a decision, by shape and length."""
    sizes: tuple[int, ...] = SIZES

    def time(self, shape: str, size: int) -> float:
        return self.times[name(shape, size)]

    def growth(self, shape: str) -> float:
        """The time per byte of the longest text against that of the shortest."""
        shortest, longest = min(self.sizes), max(self.sizes)
        return self.time(shape, longest) / longest / (self.time(shape, shortest) / shortest)

    def slowest(self, size: int) -> str:
        return max(self.shapes, key=lambda shape: self.time(shape, size))

    @property
    def steepest(self) -> str:
        return max(self.shapes, key=self.growth)
