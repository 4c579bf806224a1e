"""Processes, the processor's time that they take, and their memory."""
from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

Figures = dict[str, float]
"""What a measurement comes to, by name."""


class ProcessFailure(Exception):
    """A process that ended badly, with what it said."""


@dataclass(frozen=True)
class Run:
    output: bytes
    processor_seconds: float
    wall_seconds: float
    peak_bytes: int
    """The memory that was resident at its peak; zero where the system does not tell."""


def run(command: Sequence[str | Path], *, stdin: Path | None = None, output: Path | None = None,
        environment: Mapping[str, str] | None = None) -> Run:
    """Runs a command to its end; its output goes to a file where one is named."""
    begin = time.perf_counter()
    with open(stdin or os.devnull, "rb") as source, open(output or os.devnull, "wb") as sink:
        process = subprocess.Popen(
            [str(part) for part in command], stdin=source, stdout=sink if output else subprocess.PIPE,
            stderr=subprocess.PIPE, env={**os.environ, **(environment or {})})
        memory = _Memory(process.pid)
        said, trouble = _both_outputs(process)
        memory.stop()
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        shown = " ".join(map(str, command))[:200]
        raise ProcessFailure(f"{shown}\nended with {process.returncode}: {trouble.decode(errors='replace')[-600:]}")
    return Run(said, usage.ru_utime + usage.ru_stime, time.perf_counter() - begin, memory.peak)


def _both_outputs(process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """Reads both at once, so that neither fills up; the process is left to be waited for."""
    trouble: list[bytes] = []
    reader = threading.Thread(target=lambda: trouble.append(_all_of(process.stderr)))
    reader.start()
    said = _all_of(process.stdout)
    reader.join()
    return said, b"".join(trouble)


def _all_of(output: IO[bytes] | None) -> bytes:
    if output is None:
        return b""
    with output:
        return output.read()


class _Memory:
    """Looks at the peak of a process again and again: what `wait4` says of it begins with the size of the process that
    started it."""

    def __init__(self, process: int) -> None:
        self.peak, self._status, self._ended = 0, Path(f"/proc/{process}/status"), threading.Event()
        self._watcher = threading.Thread(target=self._watch)
        self._watcher.start()

    def _watch(self) -> None:
        while not self._ended.wait(0.005):
            try:
                found = re.search(r"VmHWM:\s+(\d+) kB", self._status.read_text())
            except OSError:
                return
            self.peak = max(self.peak, int(found.group(1)) * 1024 if found else 0)

    def stop(self) -> None:
        self._ended.set()
        self._watcher.join()
