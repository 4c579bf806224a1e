#!/usr/bin/env python3
"""Writes the Unicode tables of CommentText.

    Scripts/make-unicode-tables.py [UCD [CONFUSABLES]]

UCD is the folder of Debian's `unicode-data` (default /usr/share/unicode), CONFUSABLES the file `confusables.txt` of
UTS #39 (default ../shared/data/evasion/unicode_confusables.txt beside the repository). Both must be of VERSION.

A table is a list of whole numbers, written in base 32 with six bits a character: five bits of the number, least
significant first, and one that says that more follow; the alphabet is ASCII from `0` to `o`. Tables/PackedNumbers.swift
reads it back. Such a string compiles at once, where an array literal of the same size takes the compiler minutes.
"""
import re
import sys
import textwrap
from pathlib import Path

VERSION = "15.0.0"
ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "Sources" / "CommentText" / "Tables"
CONFUSABLES = ROOT.parent / "shared" / "data" / "evasion" / "unicode_confusables.txt"
LAST = 0x10FFFF

# The bits of CharacterKind in Swift, in this order.
KINDS = ["letter", "mark", "digit", "white_space", "unspaced", "accent", "upper_case", "cased", "closing", "emoji", "ignorable"]
UNSPACED_SCRIPTS = {"Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"}
UNSPACED_SHORT = {"Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr"}

# What stands for a letter and is not in UTS #39, or stands there for more than one character.
OWN_STAND_INS = {
    # digits and signs
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "bg", "9": "gq",
    "!": "il", "|": "il", "@": "a", "$": "s", "+": "t", "\u00a1": "i", "\u20ac": "e", "\u00a3": "l", "\u00a5": "y",
    "\u00a2": "c", "\u00a7": "s", "\u00a9": "c", "\u00ae": "r", "\u2020": "t", "\u00d7": "x",
    "\u2200": "a", "\u2203": "e", "\u2202": "d", "\u2229": "n", "\u221a": "v",
    # Greek, by the small form and by the capital
    "β": "b", "δ": "ad", "ε": "e", "η": "nh", "θ": "o", "κ": "k", "λ": "a", "μ": "um", "π": "n", "σ": "oe", "τ": "t",
    "χ": "x", "ω": "w",
    # Cyrillic
    "т": "t", "м": "m", "ь": "b", "к": "k", "в": "b", "н": "h", "и": "nu", "п": "n", "я": "r", "г": "r", "з": "e",
    "ш": "w", "щ": "w", "ц": "u", "ғ": "f",
    # other Latin letters: small capitals, turned letters, and those that only look like another
    "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴋ": "k",
    "ʟ": "l", "ᴍ": "m", "ɴ": "n", "ᴏ": "o", "ᴘ": "p", "ꞯ": "q", "ʀ": "r", "ꜱ": "s", "ᴛ": "t", "ᴜ": "u", "ᴠ": "v",
    "ᴡ": "w", "ʏ": "y", "ᴢ": "z", "ɐ": "a", "ǝ": "e", "ə": "e", "ɔ": "c", "ɟ": "f", "ƃ": "g", "ɥ": "h", "ᴉ": "i",
    "ʞ": "k", "ɯ": "m", "ɹ": "r", "ʇ": "t", "ʌ": "v", "ʍ": "w", "ƨ": "s", "þ": "p", "ð": "d", "ŋ": "n",
    "ĸ": "k",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
for offset, letter in enumerate(LETTERS):
    for first in (0x1F1E6, 0x1F150, 0x1F170):  # regional indicators, negative circles and squares
        OWN_STAND_INS[chr(first + offset)] = letter


# -- reading ------------------------------------------------------------------------------------------------------

def rows(path):
    """The fields of every line, comments aside."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        line = line.split("#")[0].strip()
        if line:
            yield [field.strip() for field in line.split(";")]


def span(field):
    """`0041..005A` or `0041` as a range."""
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def scalars(field):
    return [int(part, 16) for part in field.split()]


def with_property(path, name):
    return {c for row in rows(path) if row[1] == name for c in span(row[0])}


def check_version(path):
    head = "\n".join(path.read_text(encoding="utf-8-sig").splitlines()[:10])
    if VERSION not in head:
        sys.exit(f"{path} is not of Unicode {VERSION}")


class Characters:
    """What UnicodeData.txt says: general categories, combining classes, canonical decompositions."""

    def __init__(self, ucd):
        self.category, self.combining, self.decomposition = {}, {}, {}
        first = None
        for line in (ucd / "UnicodeData.txt").read_text().splitlines():
            fields = line.split(";")
            c = int(fields[0], 16)
            if fields[1].endswith(", First>"):
                first = c
                continue
            for each in range(first if fields[1].endswith(", Last>") else c, c + 1):
                self.category[each] = fields[2]
            first = None
            if fields[3] != "0":
                self.combining[c] = int(fields[3])
            if fields[5] and not fields[5].startswith("<"):
                self.decomposition[c] = scalars(fields[5])

    def decomposed(self, sequence):
        """The canonical decomposition, not yet in order; Hangul syllables stay, Swift computes those."""
        result = []
        for c in sequence:
            result += self.decomposed(self.decomposition[c]) if c in self.decomposition else [c]
        return result


# -- the tables ---------------------------------------------------------------------------------------------------

def kinds(ucd, characters):
    script = {c: row[1] for row in rows(ucd / "Scripts.txt") for c in span(row[0])}
    for row in rows(ucd / "ScriptExtensions.txt"):
        # The long vowel mark of the Kana is of no one script, but it is a letter of these.
        if set(row[1].split()) <= UNSPACED_SHORT:
            script.update({c: "Han" for c in span(row[0])})
    white_space = with_property(ucd / "PropList.txt", "White_Space")
    emoji = with_property(ucd / "emoji" / "emoji-data.txt", "Emoji")

    def bits(c):
        category = characters.category.get(c, "Cn")
        letter = category[0] == "L"
        holds = [
            letter, category[0] == "M", category[0] == "N", c in white_space,
            letter and script.get(c) in UNSPACED_SCRIPTS,
            category == "Me" or category == "Mn" and script.get(c) == "Inherited",
            category == "Lu", category in ("Lu", "Ll", "Lt"),
            category in ("Pe", "Pf") or chr(c) in ".,;:!?'\">、。，！？…", c in emoji,
            category == "Mn" and script.get(c) == "Inherited",
        ]
        return sum(1 << i for i, each in enumerate(holds) if each)

    return {c: bits(c) for c in range(LAST + 1)}


def category_numbers(characters):
    """Runs of the two letters of each general category, as one number."""
    letters = lambda category: (ord(category[0]) - 64) * 32 + ord(category[1]) - 96
    return runs({c: letters(category) for c, category in characters.category.items() if category != "Cn"})


def scripts(ucd):
    """The names of all scripts, and runs of the place of each character's script among them, counted from one."""
    script = {c: row[1] for row in rows(ucd / "Scripts.txt") for c in span(row[0])}
    names = sorted(set(script.values()))
    place = {name: number for number, name in enumerate(names, 1)}
    return names, runs({c: place[name] for c, name in script.items()})


def case_folding(ucd):
    """NFKC_Casefold of every character that it changes; empty for those that are invisible."""
    table = {}
    for row in rows(ucd / "DerivedNormalizationProps.txt"):
        if row[1] == "NFKC_CF":
            table.update({c: scalars(row[2]) for c in span(row[0])})
    return table


def folding(case_fold, characters):
    """The same, canonically decomposed, of every character that either changes."""
    changed = set(case_fold) | set(characters.decomposition)
    table = {c: characters.decomposed(case_fold.get(c, [c])) for c in changed}
    return {c: folded for c, folded in table.items() if folded != [c]}


def compositions(ucd, characters):
    excluded = with_property(ucd / "DerivedNormalizationProps.txt", "Full_Composition_Exclusion")
    return {tuple(pair): c for c, pair in characters.decomposition.items() if len(pair) == 2 and c not in excluded}


def simple_folding(ucd):
    return {int(row[0], 16): int(row[2], 16) for row in rows(ucd / "CaseFolding.txt") if row[1] in "CS"}


class Shapes:
    """Which letters a character can be read as: a bit for each of a to z, and one other letter.

    The bit ONE_WAY says that the reading does not go both ways: it is that of the letter beneath an accent or a stroke,
    or it is of our own list. (UTS #39 makes classes: a Cyrillic `с` is read as `c`, and `c` as `с`.)"""
    ONE_WAY = 1 << 26

    def __init__(self, confusables, characters, case_fold):
        self.characters, self.case_fold = characters, case_fold
        self.latin, self.other, self.base, self.one_way = {}, {}, {}, set()
        self.read_confusables(confusables)
        self.read_accents()
        self.add_own()
        self.follow_others()
        self.follow_bases()

    def folded(self, c):
        """The character that `c` is in a folded text, if it is one."""
        sequence = self.case_fold.get(c, [c])
        return sequence[0] if len(sequence) == 1 else None

    def is_mark(self, c):
        return self.characters.category.get(c, "Cn")[0] == "M"

    def is_letter(self, c):
        return self.characters.category.get(c, "Cn")[0] == "L"

    def add(self, c, letter):
        if c == letter or chr(c) in LETTERS:
            return
        if chr(letter) in LETTERS:
            self.latin[c] = self.latin.get(c, 0) | 1 << (letter - ord("a"))
        else:
            self.other[c] = letter

    def read_confusables(self, path):
        for row in rows(path):
            source, target = int(row[0], 16), scalars(row[1])
            bare = [c for c in target if not self.is_mark(c)]
            if len(bare) != 1:
                continue
            source, letter = self.folded(source), self.folded(bare[0])
            if source is None or letter is None or not self.is_letter(letter):
                continue
            if len(target) > 1:
                if self.is_letter(source) and source != letter:
                    self.base.setdefault(source, letter)
            else:
                self.add(source, letter)
                if letter == ord("l"):
                    # UTS #39 has `l`, `I` and `1` in one class; what looks like a capital I is read as `i` too.
                    self.add(source, ord("i"))

    def read_accents(self):
        for c in self.characters.decomposition:
            whole = self.characters.decomposed([c])
            if self.folded(c) == c and self.is_letter(whole[0]) and all(map(self.is_mark, whole[1:])):
                self.base[c] = whole[0]

    def add_own(self):
        for c, letters in OWN_STAND_INS.items():
            before = self.latin.get(ord(c), 0)
            for letter in letters:
                self.add(ord(c), ord(letter))
            if self.latin.get(ord(c), 0) != before:
                self.one_way.add(ord(c))

    def follow_others(self):
        """What looks like a letter that stands for one of a to z stands for that too. Signs stand for a to z alone."""
        for c, letter in list(self.other.items()):
            if letter in self.latin and c not in self.latin:
                self.latin[c] = self.latin[letter]
                self.one_way.add(c)
            if not self.is_letter(c):
                del self.other[c]

    def follow_bases(self):
        """A letter under an accent is read as that letter, and as whatever that one is read as."""
        for c in self.base:
            if c in self.latin and chr(self.base[c]) not in LETTERS:
                continue
            base = self.base[c]
            self.one_way.add(c)
            if chr(base) in LETTERS:
                self.add(c, base)
                continue
            self.latin[c] = self.latin.get(c, 0) | self.latin.get(base, 0)
            self.other[c] = self.other.get(base, base)

    def table(self):
        for c in sorted(c for c in set(self.latin) | set(self.other) if self.latin.get(c) or self.other.get(c)):
            mask = self.latin.get(c, 0) | (self.ONE_WAY if c in self.one_way else 0)
            yield c, mask, self.other.get(c, 0)


# -- writing ------------------------------------------------------------------------------------------------------

def packed(numbers):
    result = []
    for number in numbers:
        assert number >= 0
        while True:
            number, low = number >> 5, number & 31
            result.append(chr(48 + low + (32 if number else 0)))
            if not number:
                break
    return "".join(result)


def signed(number):
    """Zigzag: small negative numbers stay small."""
    return 2 * number if number >= 0 else -2 * number - 1


def runs(table, default=0):
    """`gap, length, value` for every run of one value that is not the default."""
    numbers, end, c = [], 0, 0
    ordered = sorted(k for k, v in table.items() if v != default)
    i = 0
    while i < len(ordered):
        first = last = ordered[i]
        while i + 1 < len(ordered) and ordered[i + 1] == last + 1 and table[ordered[i + 1]] == table[first]:
            i += 1
            last = ordered[i]
        numbers += [first - end, last - first + 1, table[first]]
        end = last + 1
        i += 1
    return numbers


def fold_numbers(fold):
    """`gap, how many, each as its distance from the one before (the first from the character itself)`."""
    numbers, previous = [], 0
    for c in sorted(fold):
        if not fold[c]:
            continue
        numbers += [c - previous, len(fold[c])]
        before = c
        for each in fold[c]:
            numbers.append(signed(each - before))
            before = each
        previous = c
    return numbers


def composition_numbers(pairs):
    numbers, previous = [], 0
    for (first, second), composed in sorted(pairs.items()):
        numbers += [first - previous, second, signed(composed - first)]
        previous = first
    return numbers


def simple_numbers(table):
    numbers, previous = [], 0
    for c in sorted(table):
        numbers += [c - previous, signed(table[c] - c)]
        previous = c
    return numbers


def shape_numbers(shapes):
    numbers, previous = [], 0
    for c, mask, other in shapes.table():
        numbers += [c - previous, mask, other]
        previous = c
    return numbers


def name_list(meaning, name, names):
    """A list of names as Swift text."""
    return [f"  /// {meaning}", f'  static let {name}: StaticString = """',
            *textwrap.wrap(" ".join(names), 112, initial_indent="    ", subsequent_indent="    "), '    """', ""]


def write(name, about, source, tables, names=()):
    lines = [
        f"// Made by Scripts/make-unicode-tables.py from {source} of Unicode {VERSION}. Do not edit.",
        "// Unicode data: © 1991-2022 Unicode, Inc., https://www.unicode.org/terms_of_use.html", "",
        f"/// {about}", f"enum {name}Table {{",
        "  /// The version of Unicode that this table is of.", f'  static let unicodeVersion = "{VERSION}"', "",
    ]
    for each in names:
        lines += name_list(*each)
    for table, (meaning, numbers) in tables.items():
        text = packed(numbers)
        lines += [f"  /// {meaning}", f'  static let {table}: StaticString = #"""']
        lines += [f"    {text[i:i + 112]}" for i in range(0, len(text), 112)]
        lines += ['    """#', ""]
    lines[-1] = "}"
    (TABLES / f"{name}+Generated.swift").write_text("\n".join(lines) + "\n")
    print(f"{name}: {sum(len(packed(n)) for _, n in tables.values()):,} characters")


def main():
    ucd = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    confusables = Path(sys.argv[2]) if len(sys.argv) > 2 else CONFUSABLES
    for path in (ucd / "DerivedNormalizationProps.txt", ucd / "CaseFolding.txt", confusables):
        check_version(path)
    characters = Characters(ucd)
    case_fold = case_folding(ucd)
    fold = folding(case_fold, characters)
    write("CharacterKind", "What each character is.", "UnicodeData, Scripts, PropList and emoji-data", {
        "kinds": ("Runs: gap, length, the bits of `CharacterKind`.", runs(kinds(ucd, characters))),
    })
    script_names, script_numbers = scripts(ucd)
    write("CharacterProperty", "General categories and scripts, as regular expressions name them.",
          "UnicodeData and Scripts", {
              "categories": ("Runs: gap, length, the two letters of the category (five bits each).",
                             category_numbers(characters)),
              "scripts": ("Runs: gap, length, the place of the script among the names, from 1.", script_numbers),
          }, [("The scripts, with spaces between them.", "scriptNames", script_names)])
    write("Folding", "NFKC_Casefold, canonical order and composition, and simple case folding.",
          "DerivedNormalizationProps, UnicodeData and CaseFolding", {
              "folds": ("Gap, how many, each as its distance from the one before.", fold_numbers(fold)),
              "invisible": ("Runs: gap, length, 1 where a character leaves nothing.",
                            runs({c: 1 for c in fold if not fold[c]})),
              "combiningClasses": ("Runs: gap, length, canonical combining class.", runs(characters.combining)),
              "compositions": ("Gap of the first, the second, distance of the composite from the first.",
                               composition_numbers(compositions(ucd, characters))),
              "simpleFolds": ("Gap, distance of the simple case folding.", simple_numbers(simple_folding(ucd))),
          })
    write("LetterShape", "Which letters a character can be read as.", "confusables.txt (UTS #39), and our own list,", {
        "shapes": ("Gap, the bits of `LetterShape`, the other letter.",
                   shape_numbers(Shapes(confusables, characters, case_fold))),
    })


if __name__ == "__main__":
    main()
