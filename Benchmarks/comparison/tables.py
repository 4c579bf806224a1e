"""Tables in Markdown."""
from __future__ import annotations

from collections.abc import Iterable


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [[*head], *([*row] for row in rows)]
    written = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
    return "\n".join([written[0], "|" + " --- |" * len(lines[0]), *written[1:]]) + "\n"


def number(value: float | None, digits: int = 3) -> str:
    """Three digits that count, and commas; nothing for what was not measured."""
    if value is None:
        return "–"
    if abs(value) >= 1000:
        return f"{round(value, digits - len(str(int(abs(value))))):,.0f}"
    return f"{value:.{digits}g}" if abs(value) < 100 else f"{value:.0f}"


def times(value: float | None) -> str:
    return "–" if value is None else f"{number(value)}x"


def milliseconds(seconds: float | None) -> str:
    return "–" if seconds is None else f"{number(seconds * 1e3)} ms"


def megabytes(value: float | None) -> str:
    return "–" if value is None else f"{number(value / 1e6)} MB"
