"""What Decorum costs in time and memory, and how that grows with the policy."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from .figures import SizeFigures, ratio, total
from .goals import Row, Value, Words, table_of_goals
from .tables import megabytes, milliseconds, number, table, times

EVERY = dict.fromkeys("SML", 0.0)


def costs(sizes: Mapping[str, SizeFigures]) -> str:
    return "## What Decorum costs\n\n" + table_of_goals(sizes, ROWS)


def _ours(figure: str) -> Callable[[SizeFigures], Value]:
    return lambda f: f.get("ours", figure)


def _built(figure: str) -> Callable[[SizeFigures], Value]:
    return lambda f: f.built.get(figure)


def _memory(f: SizeFigures) -> Value:
    """What the engine holds when it has decided all comments."""
    opened, run = f.get("ours", "load_bytes"), f.get("ours", "run_bytes")
    return None if opened is None or run is None else opened + max(0, run)


def _text_of_ceiling(f: SizeFigures) -> Value:
    return total(f.get("ceiling", "match_us"), f.get("ceiling", "signals_us"))


ROWS: list[Row | Words] = [
    Row("us a decision, mean", _ours("us")),
    Words("us a decision, p50 / p99", lambda f: " / ".join(number(f.get("ours", name)) for name in ("p50", "p99"))),
    Row("us with no rule, the same text searched", lambda f: f.get("ours, no rules", "us")),
    Row("… of the ceiling: matching and signals", _text_of_ceiling),
    Row("max/min of runs", _ours("spread")),
    Row("allocations a decision", _ours("allocations"), most=EVERY),
    Row("bytes allocated a decision", _ours("allocated_bytes"), most=EVERY),
    Row("us from a line of JSON to the full record, in process", lambda f: f.get("ours, lines", "us")),
    Row("… allocations", lambda f: f.get("ours, lines", "allocations")),
    Row("program", _built("program_bytes"), megabytes, most={"L": 8e6}),
    Row("opening it", _ours("open_s"), milliseconds, most={"L": 0.005}),
    Row("opening it, and a first decision", _ours("load_s"), milliseconds),
    Row("memory of the engine", _memory, megabytes),
    Row("… against the program", lambda f: ratio(_memory(f), f.built.get("program_bytes")), times, most={"L": 2}),
    Row("`decorum build`, processor's time", _built("compile_s"), milliseconds, most={"L": 1}),
    Row("`decorum build`, memory at its peak", _built("compile_bytes"), megabytes),
    Row("a stream's memory at its peak", lambda f: f.get("ours, stream", "peak_bytes"), megabytes),
]


def growth(sizes: Mapping[str, SizeFigures]) -> str:
    """The cost of a comment against that of the first size, matching included."""
    first = next(iter(sizes.values()))

    def grown(time: Callable[[SizeFigures], Value]) -> list[Value]:
        return [ratio(time(figures), time(first)) for figures in sizes.values()]

    def of_peer(peer: str) -> Callable[[SizeFigures], Value]:
        return lambda f: ratio(1e6, f.with_matching(peer))

    ours = Row("**Decorum**", lambda f: ratio(f.get("ours", "us"), first.get("ours", "us")), times,
               most={"M": 1.3, "L": 1.8})
    rows = [
        [ours.title, *("; ".join(filter(None, ours.cells(size, f))) for size, f in sizes.items())],
        *([name, *map(times, values)] for name, values in (
            ("ceiling", grown(lambda f: f.get("ceiling", "all_us"))),
            *((peer, grown(of_peer(peer))) for peer in first.peers)))]
    return "## Growth of the cost of a comment, matching included\n\n" + table(["", *sizes], rows)
