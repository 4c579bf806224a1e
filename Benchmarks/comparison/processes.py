"""Processes, and the processor's time that they take."""
from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class ProcessFailure(Exception):
    """A process that ended badly, with what it said."""


@dataclass(frozen=True)
class Run:
    output: bytes
    processor_seconds: float
    wall_seconds: float
    largest_resident_bytes: int


def run(command: list[str | Path], *, stdin: Path | None = None, output: Path | None = None,
        accepted: tuple[int, ...] = (0,), environment: dict[str, str] | None = None) -> Run:
    """Runs a command to its end; its output goes to a file where one is named."""
    begin = time.perf_counter()
    with open(stdin or os.devnull, "rb") as source, open(output or os.devnull, "wb") as sink:
        process = subprocess.Popen(
            [str(part) for part in command], stdin=source, stdout=sink if output else subprocess.PIPE,
            stderr=subprocess.PIPE, env={**os.environ, **(environment or {})})
        said = b"" if output else process.stdout.read()
        trouble = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        shown = " ".join(map(str, command))[:200]
        raise ProcessFailure(f"{shown}\nended with {process.returncode}: {trouble.decode(errors='replace')[-600:]}")
    return Run(said, usage.ru_utime + usage.ru_stime, time.perf_counter() - begin, usage.ru_maxrss * 1024)
