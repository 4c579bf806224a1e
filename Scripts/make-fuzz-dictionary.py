#!/usr/bin/env python3
"""Writes Fuzz/language.dict, libFuzzer's dictionary of the language: every key and every fixed word of the one table of
keys, taken from the JSON Schemas that `decorum schema` makes of it, and the signs of YAML and JSON.

    Scripts/make-fuzz-dictionary.py .build/release/decorum > Fuzz/language.dict
"""

import json
import subprocess
import sys

# What no schema holds: the signs of YAML, the words of TESTs, and how comments and bytes go wrong.
SIGNS = [": ", "- ", "[", "]", "{", "}", ", ", "\n  ", "|\n", ">-\n", "\"", "'", " #", "&a", "*a", "!!str", "<<", "---\n",
         "...\n", "? ", "%YAML 1.2\n", "\t", "\\u0041", "\\U0001F600"]
WORDS = ["at least 1", "at most 2", "more than 3", "less than 4", "between 2 and 5", "exactly 1", "not 5", ">= 5", "2..5", "known",
         "unknown", "yes", "no", "before 2026-12-01", "after 2026-12-01 10:00", "60%", "10k", "10,000", "30 minutes", "2 working days",
         "3 months", "Europe/London", "refund*", "* idiot", "{author.name}", "[what happened]", "{{", "[["]
BYTES = ["\xc2\x85", "\xe2\x80\xa8", "\xef\xbb\xbf", "\xe2\x80\xae", "\xc2\xad", "\xe2\x80\x8b", "\xcc\x81", "\xf0\x9f\x98\xa1", "\xff",
         "\xed\xa0\x80", "\x00", "\r"]


def names(schema):
    """Every key that a schema names, and every word that it lists."""
    if isinstance(schema, list):
        return {name for part in schema for name in names(part)}
    if not isinstance(schema, dict):
        return set()
    found = set(schema.get("properties", {}))
    found |= {word for word in schema.get("enum", []) if isinstance(word, str)}
    if isinstance(schema.get("const"), str):
        found.add(schema["const"])
    return found | {name for part in schema.values() for name in names(part)}


def quoted(text):
    """A token as libFuzzer reads it."""
    return '"' + "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\x{b:02x}" for b in text.encode("latin-1")) + '"'


def main():
    decorum = sys.argv[1]
    keys = set()
    for subject in ["playbook", "comment", "decision"]:
        keys |= names(json.loads(subprocess.check_output([decorum, "schema", subject])))
    print("# Made by Scripts/make-fuzz-dictionary.py from the table of keys: do not edit.")
    for token in sorted(key for key in keys if key.isascii()) + SIGNS + WORDS + BYTES:
        print(quoted(token))


main()
