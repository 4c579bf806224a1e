#!/usr/bin/env bash
# How much of each module of the language the tests run, by lines; fails where it is less than 90 %.
# Random playbooks are left out: they would hide what no written test looks at.
set -euo pipefail
cd "$(dirname "$0")/.."
modules="YAMLSyntax PlaybookSyntax PlaybookModel PlaybookAnalysis PlaybookCompiler PlaybookTesting CommentText DecisionModel DecisionEngine DecisionOracle DecisionStreams"
scratch=.build-coverage
swift build --scratch-path $scratch --build-tests --enable-code-coverage
swift test --scratch-path $scratch --skip-build --enable-code-coverage --skip PropertyTests >$scratch/tests.log 2>&1 || {
  tail -30 $scratch/tests.log
  exit 1
}
summary=$(swift test --scratch-path $scratch --skip-build --enable-code-coverage --show-codecov-path)
python3 - "$summary" $modules <<'PYTHON'
import json, sys

path, modules = sys.argv[1], sys.argv[2:]
lines = {module: [0, 0] for module in modules}
for file in json.load(open(path))["data"][0]["files"]:
    name = file["filename"]
    module = name.split("/Sources/")[1].split("/")[0] if "/Sources/" in name else None
    if module in lines and "+Generated" not in name:
        lines[module][0] += file["summary"]["lines"]["covered"]
        lines[module][1] += file["summary"]["lines"]["count"]
lines = {module: counts for module, counts in lines.items() if counts[1]}
for module, (covered, count) in lines.items():
    print(f"{module:20} {covered:6} of {count:6} lines  {covered / count:6.1%}")
covered, count = (sum(column) for column in zip(*lines.values()))
print(f"{'together':20} {covered:6} of {count:6} lines  {covered / count:6.1%}")
sys.exit(any(covered / count < 0.9 for covered, count in lines.values()))
PYTHON
