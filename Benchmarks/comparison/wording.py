"""What the playbook language says of words and measures, as deviations from the reference.

The reference works on bytes: a word is a run of [0-9A-Za-z_], a phrase has exactly one space between its words, a link
is the letters `http`. The rules below are those of `Documentation/Language/Text.md`, written here a second time, each
to be switched on by itself: with none of them the hits and signals are the reference's, with all they are ours."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from .policy import Policy


class Deviation(Enum):
    """A rule of the language that the reference does not have; its value says what it is."""

    LINKS = "links are counted by their own rule, and covered before words, capitals and signs are looked for"
    SEPARATORS = "any sign between two words of a phrase counts as a space, and the end of a sentence parts them"
    LETTERS = "letters, marks and digits of every script make words and have case; an underscore is no letter"
    APOSTROPHES = "an apostrophe between letters belongs to the word, and a final 's may be left off"
    FOLDING = "ways to write the same character are the same (NFKC, full case folding, plain quotes)"
    CHARACTERS = "a regular expression runs on characters, not on bytes"
    SIGNS = "full-width exclamation marks count, too"


Deviations = frozenset[Deviation]
NONE: Deviations = frozenset()
ALL: Deviations = frozenset(Deviation)

COVER = "\ue000"
"""Stands for a link: no letter, no space, and never part of what comes between two words of a phrase."""

LINK = re.compile(
    r"(?:https?://|(?<![\w.-])www\.)(?=[^\W_]|\[)\S+|(?<![\w@.])(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?/\S*", re.I)
CLOSING = ".,:;!?'\")]}>…’”»"
SENTENCE_END = re.compile(r"[.!?]\s|。|" + COVER)
ASCII_LETTERS = "[0-9A-Za-z_]+"
ANY_LETTERS = "(?:[^\\W_]|[\u0300-\u036f])+"
PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


class Word(NamedTuple):
    start: int
    end: int
    text: str


class Hit(NamedTuple):
    """A term, by its number in the policy, and where it stands first."""

    term: int
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A text as it is read with some deviations."""

    text: str
    deviations: Deviations

    @cached_property
    def covered(self) -> str:
        """The text with a cover over each link, character for character."""
        if Deviation.LINKS not in self.deviations:
            return self.text
        return LINK.sub(lambda link: _cover(link.group()), self.text)

    @property
    def links(self) -> int:
        if Deviation.LINKS not in self.deviations:
            return self.text.count("http")
        return sum(1 for _ in LINK.finditer(self.text))

    @cached_property
    def words(self) -> list[Word]:
        return [Word(*found.span(), self._folded(found.group())) for found in self._pattern.finditer(self.covered)]

    @property
    def _pattern(self) -> re.Pattern[str]:
        run = ANY_LETTERS if Deviation.LETTERS in self.deviations else ASCII_LETTERS
        return re.compile(rf"{run}(?:['’]{run})*" if Deviation.APOSTROPHES in self.deviations else run)

    def _folded(self, word: str) -> str:
        if word.isascii():
            return word.lower()
        if Deviation.FOLDING in self.deviations:
            return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold()).translate(PLAIN)
        return "".join(letter.lower() if letter.isascii() else letter for letter in word)

    def is_gap(self, start: int, end: int) -> bool:
        """Whether what stands between two words lets a phrase pass."""
        gap = self.covered[start:end]
        if Deviation.SEPARATORS not in self.deviations:
            return gap == " "
        return not SENTENCE_END.search(gap)

    def signals(self) -> dict[str, int]:
        covered = self.covered
        letters = [letter for letter in covered if Deviation.LETTERS in self.deviations or letter.isascii()]
        upper, lower = (sum(map(test, letters)) for test in (str.isupper, str.islower))
        marks = "!！" if Deviation.SIGNS in self.deviations else "!"
        return {
            "chars": len(self.text), "words": len(self.words), "caps_pct": 100 * upper // max(1, upper + lower),
            "links": self.links, "mentions": covered.count("@"), "hashtags": covered.count("#"),
            "exclaims": sum(map(covered.count, marks)),
        }


def _cover(link: str) -> str:
    kept = link.rstrip(CLOSING)
    return COVER * len(kept) + link[len(kept):]


class Matcher:
    """The terms and expressions of a policy, found in a text with some deviations."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.by_first_word: dict[str, list[tuple[int, list[str]]]] = {}
        for number, term in enumerate(policy["terms"]):
            words = term["text"].split(" ")
            self.by_first_word.setdefault(words[0], []).append((number, words))
        self.on_bytes = [(x["id"], re.compile(x["pattern"].encode(), re.I)) for x in policy["regexes"]]
        self.on_characters = [(x["id"], re.compile(x["pattern"], re.I | re.A)) for x in policy["regexes"]]

    def terms(self, reading: Reading) -> list[Hit]:
        first: dict[int, Hit] = {}
        words = reading.words
        for place, word in enumerate(words):
            for form in self._forms(word, reading.deviations):
                for number, phrase in self.by_first_word.get(form, ()):
                    if number not in first and self._stands(phrase, words[place:place + len(phrase)], reading):
                        first[number] = Hit(number, word.start, words[place + len(phrase) - 1].end)
        return [first[number] for number in sorted(first)]

    def _stands(self, phrase: list[str], words: list[Word], reading: Reading) -> bool:
        if len(words) < len(phrase):
            return False
        if any(part not in self._forms(word, reading.deviations) for part, word in zip(phrase, words, strict=True)):
            return False
        return all(reading.is_gap(one.end, other.start) for one, other in pairwise(words))

    @staticmethod
    def _forms(word: Word, deviations: Deviations) -> Iterator[str]:
        forms = [word.text]
        if Deviation.APOSTROPHES in deviations and word.text[-2:] in ("'s", "’s"):
            forms.append(word.text[:-2])
        return iter(forms)

    def expressions(self, reading: Reading) -> list[str]:
        if Deviation.CHARACTERS in reading.deviations:
            return [name for name, regex in self.on_characters if regex.search(reading.text)]
        written = reading.text.encode()
        return [name for name, regex in self.on_bytes if regex.search(written)]

    def context(self, comment: dict[str, Any], deviations: Deviations) -> tuple[dict[str, Any], list[Hit]]:
        """What the reference's rules are given: facts, signals and hits."""
        reading = Reading(comment["text"], deviations)
        found = self.terms(reading)
        hits: dict[str, int] = {}
        for hit in found:
            name = self.policy["terms"][hit.term]["list"]
            hits[name] = hits.get(name, 0) + 1
        hits |= {name: 1 for name in self.expressions(reading)}
        facts = {group: comment[group] for group in ("author", "history", "post")}
        return {**facts, "text": reading.signals(), "hits": hits}, found
