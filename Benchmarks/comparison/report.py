"""The report: the table of the figures to reach, and what stands behind it."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .agreement import Difference
from .figures import SizeFigures, ratio
from .hard_texts import HardTexts
from .peers import DEFAULT
from .tables import megabytes, milliseconds, number, table, times
from .wording import Deviation


@dataclass
class Results:
    """Everything that one run found out."""

    machine: str
    sizes: dict[str, SizeFigures] = field(default_factory=dict)
    differences: dict[str, list[Difference]] = field(default_factory=dict)
    comments: int = 0
    hard_texts: dict[str, HardTexts] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


def report(results: Results) -> str:
    parts = [f"# Results\n\n{results.machine}\n"]
    if results.sizes:
        parts += [_figures_to_reach(results), _peers(results), _costs(results), _growth(results)]
    if results.hard_texts:
        parts.append(_hard_texts(results))
    if results.differences:
        parts.append(_agreement(results))
    if results.failures:
        failed = "\n".join(f"- {name}: {why.splitlines()[-1][:200]}" for name, why in results.failures.items())
        parts.append(f"## What could not be measured\n\n{failed}\n")
    return "\n".join(parts)


Column = Callable[[SizeFigures], str]


def _figures_to_reach(results: Results) -> str:
    """The table of issue 5."""
    rows: list[tuple[str, Column, tuple[str, str, str]]] = [
        ("fastest engine among the peers, with matching: decisions/s", _fastest, ("", "", "")),
        ("OPA / Cedar / ZEN, likewise", _named(("opa-go", "cedarpy", "zen-expr")), ("", "", "")),
        ("policy as hand-written Python, likewise", _named(("python-codegen",)), ("", "", "")),
        ("ceiling: native Hyperscan, rules as C", lambda f: number(f.ceiling), ("", "", "")),
        ("**Decorum, in process: decisions/s**", lambda f: f"**{number(f.ours)}**", ("", "", "")),
        ("… against the fastest engine", lambda f: times(_against_fastest(f)), ("≥ 15x", "≥ 20x", "≥ 60x")),
        ("… against the hand-written Python", lambda f: times(ratio(f.ours, f.with_matching("python-codegen"))), ("",) * 3),
        ("… against the ceiling", lambda f: times(ratio(f.ours, f.ceiling)), ("≥ 0.7x", "≥ 1x", "≥ 1.4x")),
        ("peers' engine alone, datalogic / CLIPS: us", _nets, ("noise", "", "")),
        ("**our rules alone: us**", lambda f: f"**{number(f.our_net)}**", ("", "", "")),
        ("… against the better of the two", lambda f: times(ratio(_least_net(f), f.our_net)), ("", "≥ 10x", "≥ 50x")),
        ("**Decorum, NDJSON to NDJSON of three fields: decisions/s**", _stream("ours, stream of fields"), ("",) * 3),
        ("… against the fastest engine's own", _stream_ratio("ours, stream of fields"), ("≥ 6x", "≥ 9x", "≥ 35x")),
        ("Decorum, NDJSON to the full record: decisions/s", _stream("ours, stream"), ("", "", "")),
        ("… against the fastest engine's own", _stream_ratio("ours, stream"), ("", "", "")),
    ]
    body = []
    for title, column, goals in rows:
        goal = dict(zip("SML", goals))
        body.append([title, *(cell for size, f in results.sizes.items() for cell in (column(f), goal[size]))])
    head = ["", *(cell for size in results.sizes for cell in (size, "to reach"))]
    return "## Figures to reach\n\n" + table(head, body)


def _fastest(f: SizeFigures) -> str:
    return f"{number(f.with_matching(f.fastest_engine))} ({f.fastest_engine})" if f.fastest_engine else "–"


def _named(peers: Sequence[str]) -> Column:
    return lambda f: " / ".join(number(f.with_matching(peer)) for peer in peers)


def _against_fastest(f: SizeFigures) -> float | None:
    return ratio(f.ours, f.with_matching(f.fastest_engine)) if f.fastest_engine else None


def _nets(f: SizeFigures) -> str:
    return " / ".join(number(f.net(peer)) for peer in ("datalogic", "clips"))


def _least_net(f: SizeFigures) -> float | None:
    return min((net for peer in ("datalogic", "clips") if (net := f.net(peer)) is not None), default=None)


def _stream(name: str) -> Column:
    return lambda f: number(_stream_rate(f, name))


def _stream_rate(f: SizeFigures, name: str) -> float | None:
    return ratio(1e6, f.get(name, "us"))


def _stream_ratio(name: str) -> Column:
    return lambda f: times(ratio(_stream_rate(f, name), f.with_json(f.fastest_engine) if f.fastest_engine else None))


def _peers(results: Results) -> str:
    parts = ["## Beside the peers\n"]
    head = ["peer", "us a decision, hits given", "floor us", "net us", "with matching: decisions/s", "and NDJSON",
            "ours is faster by", "p50 us", "p99 us", "load", "verified", "wrong", "max/min of runs"]
    for size, f in results.sizes.items():
        prep, json = number(f.get("prep", "us")), number(f.get("ndjson", "us"))
        parts.append(f"Policy {size}: matching, signals and hit counts in Python {prep} us, NDJSON in and out {json} us.\n")
        parts.append(table(head, [_peer_row(f, peer) for peer in sorted(f.peers, key=lambda p: f.get(p, "us") or 0)]))
    return "\n".join(parts)


def _peer_row(f: SizeFigures, peer: str) -> list[str]:
    def get(figure: str) -> str:
        return number(f.get(peer, figure))

    return [
        peer, get("us"), get("floor"), number(f.net(peer)), number(f.with_matching(peer)), number(f.with_json(peer)),
        times(ratio(f.ours, f.with_matching(peer))), get("p50"), get("p99"), milliseconds(f.get(peer, "load_s")),
        number(f.get(peer, "verified"), 6), get("wrong"), get("spread")]


COSTS: list[tuple[str, Column, tuple[str, str, str]]] = [
    ("us a decision, mean", lambda f: number(f.get("ours", "us")), ("", "", "")),
    ("us a decision, p50 / p99", lambda f: f"{number(f.get('ours', 'p50'))} / {number(f.get('ours', 'p99'))}", ("",) * 3),
    ("max/min of runs", lambda f: number(f.get("ours", "spread")), ("", "", "")),
    ("allocations a decision", lambda f: number(f.get("ours", "allocations")), ("none",) * 3),
    ("bytes allocated a decision", lambda f: number(f.get("ours", "allocated_bytes")), ("none",) * 3),
    ("program", lambda f: megabytes(f.built.get("program_bytes")), ("", "", "< 8 MB")),
    ("opening it", lambda f: milliseconds(f.get("ours", "open_s")), ("", "", "< 5 ms")),
    ("opening it, and a first decision", lambda f: milliseconds(f.get("ours", "load_s")), ("", "", "")),
    ("memory to open it / to decide 20,000 comments",
     lambda f: f"{megabytes(f.get('ours', 'load_bytes'))} / {megabytes(f.get('ours', 'run_bytes'))}", ("", "", "")),
    ("memory against the program", lambda f: times(_memory(f)), ("", "", "< 2x")),
    ("`decorum build`, processor's time", lambda f: milliseconds(f.built.get("compile_s")), ("", "", "< 1 s")),
    ("`decorum build`, memory at its peak", lambda f: megabytes(f.built.get("compile_bytes")), ("", "", "")),
    ("a stream's memory at its peak", lambda f: megabytes(f.get("ours, stream", "peak_bytes")), ("", "", "")),
]


def _memory(f: SizeFigures) -> float | None:
    opened, run, size = f.get("ours", "load_bytes"), f.get("ours", "run_bytes"), f.built.get("program_bytes")
    return None if opened is None or run is None else ratio(opened + max(0, run), size)


def _costs(results: Results) -> str:
    rows = [
        [title, *(cell for size, f in results.sizes.items() for cell in (column(f), dict(zip("SML", goals))[size]))]
        for title, column, goals in COSTS]
    return "## What Decorum costs\n\n" + table(["", *(c for s in results.sizes for c in (s, "to reach"))], rows)


def _growth(results: Results) -> str:
    sizes = [*results.sizes]
    first = results.sizes[sizes[0]]

    def grown(get: Callable[[SizeFigures], float | None]) -> list[str]:
        return [times(ratio(get(results.sizes[size]), get(first))) for size in sizes]

    def with_matching(peer: str) -> Callable[[SizeFigures], float | None]:
        return lambda f: ratio(1e6, f.with_matching(peer))

    rows = [
        ["**Decorum**", *grown(lambda f: f.get("ours", "us"))],
        ["to reach", *({"S": "1x", "M": "≤ 1.3x", "L": "≤ 1.8x"}[size] for size in sizes)],
        ["ceiling", *grown(lambda f: f.get("ceiling", "all_us"))],
        *([peer, *grown(with_matching(peer))] for peer in DEFAULT if peer in first.all)]
    return "## Growth of the cost of a comment, matching included\n\n" + table(["", *sizes], rows)


def _hard_texts(results: Results) -> str:
    parts = ["## Hard texts\n\nMicroseconds a decision, the least of several. *Growth* is the time per byte at 64 KB against "
             "that at 1 KB: about 1 or less is linear, 64 were quadratic.\n"]
    for title, hard in results.hard_texts.items():
        worst, slowest = hard.steepest, hard.slowest(10)
        parts.append(
            f"{title}: {len(hard.shapes)} shapes. The slowest at 10 KB takes {number(hard.time(slowest, 10))} us "
            f"({slowest}; to reach: under 1,000). The steepest grows by {times(hard.growth(worst))} ({worst}).\n")
        rows = [[shape, *(number(hard.time(shape, size)) for size in hard.sizes), times(hard.growth(shape))]
                for shape in hard.shapes]
        parts.append(table(["shape", *(f"{size} KB" for size in hard.sizes), "growth"], rows))
    return "\n".join(parts)


def _agreement(results: Results) -> str:
    parts = [f"## Agreement with the reference\n\nAction, category, rule, step, escalations and the terms that made the "
             f"rule hold, for each of {results.comments:,} comments. What differs is explained by the fewest rules of the "
             "language under which the reference itself decides as Decorum does; what none explains is a fault.\n"]
    head = ["cause", *results.differences]
    parts.append(table(head, _causes(results.differences.values())))
    for size, differences in results.differences.items():
        parts.append(f"### Policy {size}: every difference\n")
        parts.append(table(["comment", "the reference", "Decorum", "cause", "what it changes"], map(_case, differences)))
    return "\n".join(parts)


def _causes(every: Iterable[list[Difference]]) -> list[list[str]]:
    every = [*every]
    counts = [Counter(_cause(difference) for difference in differences) for differences in every]
    causes = sorted({cause for count in counts for cause in count})
    rows = [[_explained(cause), *(str(count[cause]) for count in counts)] for cause in causes]
    unexplained = [str(sum(difference.causes is None for difference in differences)) for differences in every]
    return [*rows, ["**all that differ**", *(str(len(differences)) for differences in every)],
            ["**unexplained**", *unexplained]]


def _cause(difference: Difference) -> str:
    return " + ".join(cause.name for cause in Deviation if cause in (difference.causes or ())) or "none"


def _explained(cause: str) -> str:
    words = {deviation.name: deviation.value for deviation in Deviation}
    return "; and ".join(words.get(name, name) for name in cause.split(" + "))


def _case(difference: Difference) -> list[str]:
    (reference, terms), (ours, our_terms) = difference.reference, difference.ours
    changed = [*reference.differences(ours)]
    both = ({name: vars(outcome)[name] for name in changed} for outcome in (reference, ours))
    one, other = (", ".join(f"{name} {_shown(value)}" for name, value in each.items()) for each in both)
    if not changed:
        one, other = (", ".join(each) or "no term" for each in (terms, our_terms))
    return [str(difference.comment), one, other, _cause(difference).lower(), "; ".join(difference.changes)]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value) or "none"
    return "none" if value is None else str(value)
