#!/usr/bin/env python3
"""Holds a report against the published schema of its format: validate-report.py sarif|junit FILE.

Prints what is wrong, and ends with 1 if anything is. Scripts/validators.sh fetches schemas and validators.
"""
import json
import sys
from pathlib import Path

VALIDATORS = Path(__file__).resolve().parent.parent / ".build" / "validators"
sys.path.insert(0, str(VALIDATORS / "python"))


def sarif_faults(report):
    import jsonschema

    schema = json.loads((VALIDATORS / "sarif.json").read_text())
    validator = jsonschema.validators.validator_for(schema)(schema)
    for error in validator.iter_errors(json.loads(report)):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"


def junit_faults(report):
    import xmlschema

    for error in xmlschema.XMLSchema(str(VALIDATORS / "junit.xsd")).iter_errors(report):
        yield f"{error.path}: {error.reason}"


def main(kind, path):
    report = Path(path).read_text(encoding="utf-8")
    faults = list({"sarif": sarif_faults, "junit": junit_faults}[kind](report))
    print("\n".join(faults) or "valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
