"""The peers, run by the scripts of ../shared/bench from where they lie."""
from __future__ import annotations

import importlib
import json
import os
import pickle
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .policy import Comment, Policy
from .processes import Figures, run

GLUE = ("prep", "ndjson")
"""What every peer needs in front of it and behind it: matching, signals and hit counts; reading and writing JSON."""
DEFAULT = ("datalogic", "python-codegen", "zen-expr", "cedarpy", "opa-go", "clips", "reference")


CEILING = ("ceiling", "t.bin", "o.bin", "f.bin", "w.bin")
"""The program that stands for the ceiling, and what it reads: texts, their places, facts, decisions."""


@dataclass(frozen=True)
class SharedBench:
    folder: Path
    work: Path
    opa_wheel: Path

    def module(self, name: str) -> Any:
        """A module of theirs. What they need from PyPI is imported only where a peer is made."""
        for path in (str(self.folder), str(self.folder / "limits")):
            if path not in sys.path:
                sys.path.insert(0, path)
        return importlib.import_module(name)

    def make_workload(self, texts: list[Path]) -> None:
        """Makes comments and policies where there are none: of generated texts, or of those of some files."""
        if (self.work / "stats.json").exists():
            return
        given = self.work / "texts.ndjson"
        given.write_bytes(b"".join(file.read_bytes() for file in texts))
        source = ["--ndjson", str(given)] if texts else []
        run([sys.executable, self.folder / "make_workload.py", "--out", self.work, *source])

    def reference(self, policy: Policy) -> Any:
        return self.module("reference").Reference(policy)

    def prepare(self, policy: Policy, comments: list[Comment]) -> tuple[list[Any], list[dict[str, Any]]]:
        """The reference's contexts and decisions, kept where the peers look for them."""
        kept = self.work / f"exp_{policy['name']}.pkl"
        if not kept.exists():
            reference = self.reference(policy)
            contexts = [reference.context(comment) for comment in comments]
            decisions = [
                reference.finish(context, reference.rule(context), terms, reference.escalate)
                for context, terms in contexts]
            kept.write_bytes(pickle.dumps({"comments": comments, "ctx": contexts, "exp": decisions}))
        data = pickle.loads(kept.read_bytes())
        return data["ctx"], data["exp"]

    def measured(self, peer: str, size: str, seconds: float, verify: float) -> Figures:
        """One measurement in a fresh process; decisions are held against the reference for `verify` seconds."""
        command: list[str | Path] = [
            sys.executable, self.folder / "run.py", "--worker", peer, "--sizes", size, "--work", self.work,
            "--budget", str(seconds), "--verify", str(verify)]
        # clips writes its version to the output, too: the figures are the last line.
        said = run(command, environment=self._environment).output
        figures: Figures = json.loads(said.strip().rsplit(b"\n", 1)[-1])
        return figures

    @property
    def _environment(self) -> dict[str, str]:
        wheel = {"OPA_WHEEL_DIR": str(self.opa_wheel)} if self.opa_wheel.exists() else {}
        return {"PYTHONDONTWRITEBYTECODE": "1", **wheel}

    def compile_ceiling(self, policy: Policy, comments: list[Comment], decisions: list[dict[str, Any]]) -> Path:
        """The rules as generated C behind native Hyperscan, compiled and run once."""
        self.module("ceiling").run(policy, comments, decisions, str(self.work))
        kept = self.work / f"ceiling_{policy['name']}"
        kept.mkdir(exist_ok=True)
        for name in CEILING:
            os.replace(self.work / name, kept / name)
        return kept

    @staticmethod
    def ceiling(kept: Path) -> Figures:
        figures: Figures = json.loads(run([kept / name for name in CEILING]).output)
        return figures
