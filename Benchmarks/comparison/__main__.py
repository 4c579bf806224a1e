"""Measures Decorum beside its peers: `python -m comparison --help`."""
from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from .agreement import Judge, compare
from .cases import unexplained
from .comments import write_comments
from .figures import SizeFigures
from .hard_texts import HardTexts
from .measurements import measurements
from .ours import Decorum
from .peers import DEFAULT, SharedBench
from .policy import SIZES, Comment, Policy, read_comments, read_policy
from .processes import ProcessFailure
from .report import Results, report
from .shapes import write_shapes

PARTS = ("agreement", "figures", "texts")
HOME = Path(__file__).resolve().parents[1]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="comparison", description="Measures Decorum beside its peers.")
    build = HOME / ".build"
    parser.add_argument("--sizes", default=SIZES, help="policies to measure, such as SM")
    parser.add_argument("--peers", default=",".join(DEFAULT), help="peers, with commas between; none for none")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured")
    parser.add_argument("--seconds", type=float, default=0.5, help="how long each measurement decides")
    parser.add_argument("--verify", type=float, default=5, help="how long each peer is held against the reference")
    parser.add_argument("--parts", default=",".join(PARTS), help="what to do, with commas between")
    parser.add_argument("--shared", type=Path, default=HOME.parents[1] / "shared" / "bench", help="the peers' scripts")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="NDJSON to take texts from")
    parser.add_argument("--work", type=Path, default=None, help="where everything is put")
    parser.add_argument("--opa", type=Path, default=build / "opa" / "unpacked", help="the unpacked wheel of OPA")
    parser.add_argument("--command", type=Path, default=HOME.parent / ".build" / "release" / "decorum")
    parser.add_argument("--measure", type=Path, default=build / "release" / "Measure")
    parser.add_argument("--script", type=Path, default=HOME.parent / "Sources" / "DecisionScript" / "decorum.js")
    parser.add_argument("--results", type=Path, default=None, help="where a complete report is written as well")
    chosen = parser.parse_args()
    chosen.work = (chosen.work or build / ("work-texts" if chosen.texts else "work")).resolve()
    return chosen


def main() -> int:
    chosen = options()
    chosen.work.mkdir(parents=True, exist_ok=True)
    shared = SharedBench(chosen.shared, chosen.work, chosen.opa)
    decorum = Decorum(chosen.command, chosen.measure, chosen.work, chosen.script)
    shared.make_workload(chosen.texts)
    comments = read_comments(chosen.work)
    write_comments(comments, decorum.comments)
    results = Results(machine(chosen), comments=len(comments))
    for size in chosen.sizes:
        measure_size(size, chosen, shared, decorum, comments, results)
    text = report(results)
    print(text)
    (chosen.work / "RESULTS.md").write_text(text, encoding="utf-8")
    if chosen.results and is_complete(chosen):
        chosen.results.write_text(text, encoding="utf-8")
    (chosen.work / "results.json").write_text(json.dumps({k: asdict(v) for k, v in results.sizes.items()}, indent=1))
    return 1 if any(map(unexplained, results.differences.values())) else 0


def is_complete(chosen: argparse.Namespace) -> bool:
    """Whether the report may stand for all of it. Texts of others are not ours to publish: the cases quote them."""
    return (set(chosen.sizes), set(chosen.parts.split(","))) == (set(SIZES), set(PARTS)) and not chosen.texts


def measure_size(size: str, chosen: argparse.Namespace, shared: SharedBench, decorum: Decorum,
                 comments: list[Comment], results: Results) -> None:
    parts = chosen.parts.split(",")
    policy = read_policy(chosen.work, size)
    say(f"{size}: building our programs")
    built = decorum.build(policy)
    if "agreement" in parts or "figures" in parts:
        say(f"{size}: the reference decides")
        contexts, decisions = shared.prepare(policy, comments)
    if "agreement" in parts:
        say(f"{size}: holding every decision against the reference")
        judge = Judge(policy, shared.reference(policy))
        results.differences[size] = compare(judge, comments, contexts, decisions, decorum.decisions(size))
    if "figures" in parts:
        peers = [peer for peer in chosen.peers.split(",") if peer not in ("", "none")]
        say(f"{size}: measuring, {chosen.rounds} rounds")
        try:
            shared.compile_ceiling(policy, comments, decisions)
        except (subprocess.CalledProcessError, OSError) as failure:
            results.failures[f"{size} ceiling"] = str(failure)
        all_of_it = measurements(size, decorum, shared, peers, seconds=chosen.seconds, verify=chosen.verify)
        all_of_it.run(chosen.rounds)
        results.sizes[size] = SizeFigures(all_of_it.medians(), built)
        results.failures |= {f"{size} {name}": why for name, why in all_of_it.failures.items()}
    if "texts" in parts and size == "M":
        measure_hard_texts(policy, decorum, comments, results)


def measure_hard_texts(policy: Policy, decorum: Decorum, comments: list[Comment], results: Results) -> None:
    say("M: hard texts")
    texts = decorum.work / "shapes.ndjson"
    shapes = write_shapes(policy, comments, texts)
    for kind, title in (("playbook", "Policy M"), ("disguised", "Policy M, every list with `disguises: yes`")):
        try:
            results.hard_texts[title] = HardTexts(shapes, decorum.shapes(kind, "M", texts, seconds=0.01))
        except ProcessFailure as failure:
            results.failures[title] = str(failure)


def machine(chosen: argparse.Namespace) -> str:
    cpu = "an unnamed processor"
    if Path("/proc/cpuinfo").exists():
        names = [line.split(":")[1] for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line]
        cpu = names[0].strip() if names else cpu
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=HOME, capture_output=True, text=True)
    texts = ", ".join(file.stem for file in chosen.texts) or "generated texts"
    return (f"{date.today()}, commit {commit.stdout.strip() or 'unknown'}, {cpu}, {os.cpu_count()} cores, "
            f"{platform.system()}, Python {platform.python_version()}; {texts}; {chosen.rounds} rounds. "
            "Made by `make bench`; read README.md first.")


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
