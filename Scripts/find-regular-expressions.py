#!/usr/bin/env python3
"""Finds the 610 real regular expressions of ../shared/data in real comments, with Python's `re`.

    Scripts/find-regular-expressions.py RULES.ndjson COMMENTS.ndjson…

Tests/CommentTextTests/RegularExpressions/RealExpressionTests.swift runs it and compares. For every expression a line:
`{"id", "regex", "refused"}` where it needs what cannot be found in linear time, `{"id", "regex", "unread"}` where
Python cannot read it, else `{"id", "regex", "found": [[comment, from, to], …]}`: the number of the comment and the place
of the first match in Unicode scalars, if there is one.

Python is told what the language says: case is ignored, `\\w \\d \\s \\b` are ASCII, `$` is the end of the text. That the
language takes the longest match, and Python the first that it comes upon, remains: only the start is comparable.
"""
import json
import re
import sys
import warnings

try:
    from re import _constants as constants, _parser as parser
except ImportError:  # before Python 3.11
    import sre_constants as constants, sre_parse as parser

EVERY_COMMENT = 13  # one in so many is searched
LONGEST = 300  # longer comments take Python's backtracking too long
warnings.simplefilter("ignore")


def translated(regex):
    """The same for Python: `$` is the very end, and `(?i)`, which goes without saying, is left out."""
    result, in_class, i = [], False, 0
    while i < len(regex):
        c = regex[i]
        if c == "\\":
            result.append(regex[i:i + 2])
            i += 2
            continue
        if c == "[" and not in_class:
            in_class = True
            closing = re.match(r"\[\^?\]?", regex[i:]).group()
            result.append(closing)
            i += len(closing)
            continue
        if c == "]":
            in_class = False
        if not in_class and regex.startswith("(?i)", i):
            i += 4
            continue
        result.append(r"\Z" if c == "$" and not in_class else c)
        i += 1
    return "".join(result)


def parts(tree):
    """Every operation of a parsed expression, however deep."""
    for operation, argument in tree:
        yield operation
        stack = [argument]
        while stack:
            each = stack.pop()
            if isinstance(each, parser.SubPattern):
                yield from parts(each)
            elif isinstance(each, (list, tuple)):
                stack.extend(each)


FOREIGN = {constants.ASSERT, constants.ASSERT_NOT, constants.GROUPREF, constants.GROUPREF_EXISTS}


def found(regex, comments):
    result = {"regex": regex}
    try:
        if FOREIGN & set(parts(parser.parse(translated(regex)))):
            return {**result, "refused": True}
        compiled = re.compile(translated(regex), re.IGNORECASE | re.ASCII)
    except re.error as error:
        if "look-behind" in str(error):
            return {**result, "refused": True}
        return {**result, "unread": str(error)}
    places = ((number, compiled.search(text)) for number, text in enumerate(comments))
    return {**result, "found": [[number, *match.span()] for number, match in places if match]}


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main():
    texts = [line["text"] for path in sys.argv[2:] for line in lines(path)]
    comments = [text for text in texts[::EVERY_COMMENT] if len(text) <= LONGEST]
    print(json.dumps(comments))
    for rule in lines(sys.argv[1]):
        print(json.dumps({"id": rule["id"], **found(rule["regex"], comments)}))


if __name__ == "__main__":
    main()
