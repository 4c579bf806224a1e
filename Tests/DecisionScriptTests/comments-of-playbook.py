#!/usr/bin/env python3
"""Prints the comments of a playbook's tests and stories as NDJSON, for compare.mjs --plain.

  comments-of-playbook.py PLAYBOOK.yaml"""
import json
import sys

import yaml


class Loader(yaml.CSafeLoader):
    """Reads times as the texts that they are, as comments of JSON have them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def comments_in(value):
    """Every comment below a value of YAML, with what stands beside it."""
    if isinstance(value, list):
        for each in value:
            yield from comments_in(each)
    elif isinstance(value, dict):
        comment = value.get("comment")
        if isinstance(comment, str):
            yield {"text": comment}
        elif isinstance(comment, dict):
            yield comment
        for key, each in value.items():
            if key != "comment":
                yield from comments_in(each)


playbook = yaml.load(open(sys.argv[1], encoding="utf-8"), Loader) or {}
for part in ("tests", "stories"):
    for comment in comments_in(playbook.get(part, [])):
        print(json.dumps(comment, default=str))
