"""Texts that are hard on purpose, each at several lengths.

Some break engines that backtrack, some folding and composing, some searches for words: what almost matches, over and
over. The terms and expressions are those of the policy that the texts are decided by."""
from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path

from .comments import comment_of_ours
from .policy import Comment, Policy

SIZES = (1, 4, 10, 16, 64)
"""The lengths in KB (1,024 bytes of UTF-8)."""

LOOKALIKES = str.maketrans("aceiopxyskht", "асеіорхуѕкһτ")
STANDINS = str.maketrans("aeiostgbl", "43105+981")
MATHEMATICAL = str.maketrans({chr(ord("a") + i): chr(0x1D41A + i) for i in range(26)})
SMALL_CAPITALS = str.maketrans("abcdeghijklmnoprtuvwz", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡᴢ")


def shapes(policy: Policy) -> dict[str, str]:
    """A name for each shape, and what it repeats."""
    terms = [term["text"] for term in policy["terms"]][:300]
    words = [term for term in terms if " " not in term]
    phrases = [term for term in terms if " " in term]
    firsts = [phrase.split(" ")[0] for phrase in phrases]
    spread = [f"{word}" for word in words]
    return {
        "one letter": "a",
        "one word of many letters": "abcdefghij",
        "terms one after the other": " ".join(terms),
        "terms in capitals": " ".join(terms).upper(),
        "terms without their last letter": " ".join(term[:-1] for term in terms),
        "terms with one letter more": " ".join(term + "q" for term in terms),
        "terms without spaces": "".join(words),
        "beginnings of phrases": " ".join(firsts),
        "one beginning of a phrase": firsts[0] + " ",
        "phrases without their last word": " ".join(phrase.rsplit(" ", 1)[0] for phrase in phrases),
        "phrases over the ends of sentences": " ".join(phrase.replace(" ", ". ") for phrase in phrases),
        "phrases with signs for spaces": " ".join(phrase.replace(" ", "-_-") for phrase in phrases),
        "terms spelled out": "  ".join(" ".join(word) for word in words),
        "terms with points between": " ".join(".".join(word) for word in spread),
        "terms with repeated letters": " ".join("".join(letter * 3 for letter in word) for word in words),
        "terms in look-alikes": " ".join(term.translate(LOOKALIKES) for term in terms),
        "terms in digits and signs": " ".join(term.translate(STANDINS) for term in terms),
        "terms in mathematical letters": " ".join(term.translate(MATHEMATICAL) for term in terms),
        "terms in small capitals": " ".join(term.translate(SMALL_CAPITALS) for term in terms),
        "terms with stars for letters": " ".join(word[0] + "*" * (len(word) - 2) + word[-1] for word in words),
        "stars": "*",
        "stars between letters": "a*",
        "accents on every letter": "a\u0301",
        "marks without end on one letter": "\u0301",
        "marks in the wrong order": "a\u0301\u0316\u0302\u0317",
        "nine marks on each letter": "a" + "\u0301\u0316" * 4 + "\u0302",
        "letters that become eighteen": "\ufdfa",
        "letters that become two": "ßİﬁ",
        "Hangul in parts": "\u1112\u1161\u11ab",
        "Hangul": "한국어",
        "Chinese": "我们的航班又晚点了",
        "Thai": "สวัสดีครับ",
        "invisible characters": "a\u200b\u00ad",
        "emoji with joiners": "👩\u200d👩\u200d👧\u200d👦",
        "flags": "🇬🇧🇩🇪",
        "links": "https://shop.example/x ",
        "beginnings of links": "http://",
        "one link of many hosts": "www.a.top.b.xyz.c.click.",
        "hosts without a path": "a.bc.de ",
        "hosts that might have a path": "a.",
        "users before hosts": "user@",
        "letters of a link": "hthttp",
        "mentions": "@someone  @",
        "mentions that almost follow": "@someone" + " " * 40,
        "hashtags": "#a#",
        "quotes": "'",
        "apostrophes between letters": "a'",
        "possessives": "dog's ",
        "typographic quotes": "“’",
        "quoted lines": "> a\n",
        "line ends": "\n",
        "spaces": " ",
        "exclamations": "!?",
        "ends of sentences": "a. ",
        "dollars": "$1$12",
        "numbers of telephones, almost": "123-456-789 ",
        "digits": "0123456789",
        **_expressions(policy),
    }


def _expressions(policy: Policy) -> dict[str, str]:
    """What makes an engine that backtracks try again: beginnings of the policy's own expressions."""
    patterns = [regex["pattern"] for regex in policy["regexes"]]
    near = next((pattern[2:6] for pattern in patterns if "[a-z]{0,6}" in pattern), "abcd")
    first = next((pattern[5:].split("|")[0] for pattern in patterns if r")\s+(" in pattern), "abcd")
    return {
        "beginnings of an expression": f"{near}aaaa ",
        "beginnings of an expression, close": near,
        "an expression's spaces without end": first + " " * 60,
        "an expression's words with digits": f"{first}1234 ",
        "nested repetition": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
    }


def filled(unit: str, size: int) -> str:
    """The unit again and again, `size` bytes of UTF-8 at the most, whole characters only."""
    return (unit * (size // len(unit.encode()) + 1)).encode()[:size].decode(errors="ignore")


FACTS = {
    "author": {"followers": 10, "age_days": 2, "verified": False},
    "history": {"warnings": 1, "blocks": 1, "reports": 9},
    "post": {"channel": "feed", "rating": 1, "replies": 3},
}


def name(shape: str, size: int) -> str:
    return f"{shape} @ {size}"


def write_shapes(policy: Policy, comments: Iterable[Comment], path: Path) -> list[str]:
    """Writes a comment for each shape and length, its name for an identity, with facts that leave most rules open."""
    ordinary = " ".join(comment["text"] for comment in islice(cycle(comments), 500))
    units = {"ordinary comments": ordinary, **shapes(policy)}
    with path.open("w", encoding="utf-8") as lines:
        for shape, unit in units.items():
            for size in SIZES:
                text = filled(unit, size * 1024)
                comment = comment_of_ours({"id": name(shape, size), "text": text, **FACTS})
                lines.write(json.dumps(comment, ensure_ascii=False, separators=(",", ":")) + "\n")
    return [*units]
