"""The table of issue 5: the figures to reach."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from .figures import SizeFigures, ratio
from .goals import Row, Value, Words, table_of_goals
from .tables import number, times

COMPARED = ("datalogic", "clips")
"""The peers whose engine is quoted alone."""


def figures_to_reach(sizes: Mapping[str, SizeFigures]) -> str:
    return "## Figures to reach\n\n" + table_of_goals(sizes, ROWS)


def _fastest(f: SizeFigures) -> str:
    return f"{number(f.with_matching(f.fastest_engine))} ({f.fastest_engine})" if f.fastest_engine else "–"


def _likewise(*peers: str) -> Callable[[SizeFigures], str]:
    return lambda f: " / ".join(number(f.with_matching(peer)) for peer in peers)


def _nets(f: SizeFigures) -> str:
    return " / ".join(number(f.net(peer)) for peer in COMPARED)


def _against_fastest(f: SizeFigures) -> Value:
    return ratio(f.ours, f.with_matching(f.fastest_engine)) if f.fastest_engine else None


def _against_net(f: SizeFigures) -> Value:
    nets = [net for peer in COMPARED if (net := f.net(peer)) is not None]
    return ratio(min(nets, default=None), f.our_net)


def _stream(name: str) -> Callable[[SizeFigures], Value]:
    return lambda f: ratio(1e6, f.get(name, "us"))


def _stream_against_fastest(name: str) -> Callable[[SizeFigures], Value]:
    return lambda f: ratio(_stream(name)(f), f.with_json(f.fastest_engine)) if f.fastest_engine else None


def _by_the_clock(f: SizeFigures) -> Value:
    return ratio(1e6, f.get("ours, stream of fields on all cores", "wall_us"))


ROWS: list[Row | Words] = [
    Words("fastest engine among the peers, with matching: decisions/s", _fastest),
    Words("OPA / Cedar / ZEN, likewise", _likewise("opa-go", "cedarpy", "zen-expr")),
    Words("the policy as hand-written Python, likewise", _likewise("python-codegen")),
    Row("ceiling: native Hyperscan, rules as C", lambda f: f.ceiling),
    Row("**Decorum, in process: decisions/s**", lambda f: f.ours),
    Row("… against the fastest engine", _against_fastest, times, least={"S": 15, "M": 20, "L": 60}),
    Row("… against the hand-written Python", lambda f: ratio(f.ours, f.with_matching("python-codegen")), times),
    Row("… against the ceiling", lambda f: ratio(f.ours, f.ceiling), times, least={"S": 0.7, "M": 1, "L": 1.4}),
    Words(f"engine alone, {' / '.join(COMPARED)}: us", _nets),
    Row("**our rules alone: us**", lambda f: f.our_net),
    Row("… against the better of the two", _against_net, times, least={"M": 10, "L": 50}),
    Row("**Decorum, NDJSON to three fields: decisions/s**", _stream("ours, stream of fields")),
    Row("… against the fastest engine's own NDJSON", _stream_against_fastest("ours, stream of fields"), times,
        least={"S": 6, "M": 9, "L": 35}),
    Row("… on all cores, by the clock: decisions/s", _by_the_clock),
    Row("Decorum, NDJSON to the full record: decisions/s", _stream("ours, stream")),
    Row("… against the fastest engine's own NDJSON", _stream_against_fastest("ours, stream"), times),
    Row("**Decorum in Node: decisions/s**", lambda f: ratio(1e6, f.get("ours, in Node", "us")), least={"M": 100_000}),
    Row("… slower than in Swift by", lambda f: ratio(f.get("ours, in Node", "us"), f.get("ours", "us")), times,
        most=dict.fromkeys("SML", 6.0)),
    Row("… from an object, to what is ordered: decisions/s", lambda f: ratio(1e6, f.get("ours, in Node", "verdict_us"))),
    Row("… with all that follows, in words: decisions/s", lambda f: ratio(1e6, f.get("ours, in Node", "decision_us"))),
]
