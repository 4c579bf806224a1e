"""Decorum: its programs, its decisions, and what they cost."""
from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from .playbook import write_floor, write_playbook
from .policy import Policy
from .processes import Figures, ProcessFailure, Run, run

NOW = "2026-11-22T12:00:00Z"
FIELDS = "comment,category,actions"
LONGEST_STREAM = 500_000
"""Comments of a stream at the most: about 200 MB."""
TWIN = Path(__file__).resolve().parents[1] / "twin.mjs"


@dataclass(frozen=True)
class Decorum:
    """The command, and the program that times the engine inside a process."""

    command: Path
    measure: Path
    work: Path
    script: Path
    """The engine in JavaScript, of which `openProgram` is imported."""

    @property
    def comments(self) -> Path:
        return self.work / "comments.ours.ndjson"

    def program(self, kind: str, size: str) -> Path:
        return self.work / f"{kind}_{size}" / "built" / f"neutral-{size.lower()}.decorum"

    def build(self, policy: Policy) -> Figures:
        """Makes the programs of a policy: its playbook, its floor, and its playbook with disguises.

        Returns what compiling the playbook costs, and how large its program is."""
        size = policy["name"]
        write_playbook(policy, self.work / f"playbook_{size}")
        write_playbook(policy, self.work / f"disguised_{size}", disguises=True)
        write_floor(policy, self.work / f"floor_{size}")
        for kind in ("floor", "disguised"):
            self._build(kind, size)
        built = self._build("playbook", size)
        return {
            "compile_s": built.processor_seconds, "compile_wall_s": built.wall_seconds,
            "compile_bytes": built.peak_bytes,
            "program_bytes": self.program("playbook", size).stat().st_size,
        }

    def _build(self, kind: str, size: str) -> Run:
        folder = self.work / f"{kind}_{size}"
        return run([
            self.command, "build", folder, "--only", "program,script", "--output", folder / "built", "--root", folder])

    def decisions(self, size: str) -> list[dict[str, Any]]:
        """The decisions about all comments, as the command writes them."""
        written = self.work / f"decisions_{size}.ndjson"
        self._decide(size, self.comments, written)
        with written.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def measured(self, kind: str, size: str, seconds: float) -> Figures:
        """What decisions cost inside a process: text and facts in memory, to a decision."""
        return self._measured("decisions", self.program(kind, size), self.comments, seconds)

    def lines(self, size: str, seconds: float) -> Figures:
        """What decisions cost inside a process from a line of JSON in memory to a whole record in memory."""
        return self._measured("lines", self.program("playbook", size), self.comments, seconds)

    def shapes(self, kind: str, size: str, texts: Path, seconds: float) -> Figures:
        """The time of each comment of a file, by its name."""
        return self._measured("shapes", self.program(kind, size), texts, seconds)

    def _measured(self, kind: str, program: Path, comments: Path, seconds: float) -> Figures:
        figures: Figures = json.loads(run([self.measure, kind, program, comments, str(seconds)]).output)
        return figures

    @property
    def runs_in_node(self) -> bool:
        return self.script.exists() and shutil.which("node") is not None

    def in_node(self, size: str, seconds: float) -> Figures:
        """What decisions cost the engine in JavaScript, inside a process of Node."""
        done = run(["node", TWIN, self.script, self.program("playbook", size), self.comments, str(seconds)])
        figures: Figures = json.loads(done.output)
        return figures

    @cached_property
    def stream_options(self) -> bytes:
        """What the command says of its options."""
        return run([self.command, "decide", "--help"]).output

    def stream(self, size: str, seconds: float, *, fields: bool = False, all_cores: bool = False) -> Figures:
        """What a decision costs from NDJSON to NDJSON, the start of the command included: the whole record or three
        fields, decided on one core or on all."""
        options = ["--fields", FIELDS] if fields else []
        if not all_cores and b"--jobs" in self.stream_options:
            options += ["--jobs", "1"]
        lines = self.comments.read_bytes().splitlines(keepends=True)
        # A short stream would measure how the command starts.
        count = len(lines)
        while (long := self._stream(size, lines, count, options)).wall_seconds < 4 * seconds and count < LONGEST_STREAM:
            count = min(LONGEST_STREAM, max(count * 2, int(count * 4.4 * seconds / long.wall_seconds)))
        return {"us": long.processor_seconds / count * 1e6, "wall_us": long.wall_seconds / count * 1e6,
                "peak_bytes": long.peak_bytes, "decided": count}

    def _stream(self, size: str, lines: list[bytes], count: int, options: list[str]) -> Run:
        source, sink = self.work / "stream.in.ndjson", self.work / "stream.out.ndjson"
        with source.open("wb") as file:
            file.writelines(islice(cycle(lines), count))
        done = self._decide(size, source, sink, *options)
        if (decided := sink.read_bytes().count(b"\n")) != count:
            raise ProcessFailure(f"{count} comments went in, {decided} decisions came out")
        return done

    def _decide(self, size: str, source: Path, sink: Path, *options: str) -> Run:
        program = self.program("playbook", size)
        return run([self.command, "decide", program, "--ndjson", "--now", NOW, *options], stdin=source, output=sink)
