import unittest

from comparison.wording import ALL, NONE, Deviation, Deviations, Matcher, Reading

from .sample import POLICY, comment

TERMS = [
    # the text, the deviations, the terms that are found
    ("a RUDE word, dogs", NONE, ["rude word"]),
    ("rude, word", NONE, []),
    ("rude, word", {Deviation.SEPARATORS}, ["rude word"]),
    ("rude. word", {Deviation.SEPARATORS}, []),
    ("rude.word", {Deviation.SEPARATORS}, ["rude word"]),
    ("https://dog.example/x", NONE, ["dog"]),
    ("https://dog.example/x", {Deviation.LINKS}, []),
    ("dog.example/x dog", {Deviation.LINKS}, ["dog"]),
    ("rude www.a.example word", {Deviation.LINKS, Deviation.SEPARATORS}, []),
    ("dogé", NONE, ["dog"]),
    ("dogé", {Deviation.LETTERS}, []),
    ("dog_tag", NONE, []),
    ("dog_tag", {Deviation.LETTERS}, ["dog"]),
    ("dog's", NONE, ["dog"]),
    ("dog'll", {Deviation.APOSTROPHES}, []),
    ("dog's", {Deviation.APOSTROPHES}, ["dog"]),
    ("ｄｏｇ", ALL, ["dog"]),
    ("ｄｏｇ", ALL - {Deviation.FOLDING}, []),
]

SIGNALS = [
    # the text, the deviations, the signal, its value
    ("see http://a.example NOW", NONE, "words", 5),
    ("see http://a.example NOW", {Deviation.LINKS}, "words", 2),
    ("www.a.example", NONE, "links", 0),
    ("www.a.example", {Deviation.LINKS}, "links", 1),
    ("cut off http://…", NONE, "links", 1),
    ("cut off http://…", {Deviation.LINKS}, "links", 0),
    ("ÉA", NONE, "caps_pct", 100),
    ("éA", {Deviation.LETTERS}, "caps_pct", 50),
    ("so！", NONE, "exclaims", 0),
    ("so！", {Deviation.SIGNS}, "exclaims", 1),
    ("😂", NONE, "chars", 1),
]


class StatedRules(unittest.TestCase):
    def test_terms(self) -> None:
        for text, deviations, expected in TERMS:
            with self.subTest(text=text, deviations=deviations):
                hits = Matcher(POLICY).terms(Reading(text, frozenset(deviations)))
                self.assertEqual([POLICY["terms"][hit.term]["text"] for hit in hits], expected)

    def test_signals(self) -> None:
        for text, deviations, signal, value in SIGNALS:
            with self.subTest(text=text, deviations=deviations, signal=signal):
                self.assertEqual(Reading(text, frozenset(deviations)).signals()[signal], value)

    def test_a_term_is_told_at_its_first_place(self) -> None:
        (hit,) = Matcher(POLICY).terms(Reading("a dog, a dog", NONE))
        self.assertEqual((hit.start, hit.end), (2, 5))

    def test_distinct_terms_of_a_list_are_counted(self) -> None:
        self.assertEqual(self.hits("dog dog rude word offer it's $12", NONE), {"l0": 2, "l1": 1, "x0": 1})

    def test_expressions_on_bytes_and_on_characters(self) -> None:
        policy = POLICY.copy()
        policy["regexes"] = [{"id": "x0", "pattern": "a.{0,2}b"}]
        for deviations, expected in ((NONE, {}), (frozenset({Deviation.CHARACTERS}), {"x0": 1})):
            context, _ = Matcher(policy).context(comment("a😂b"), deviations)
            self.assertEqual(context["hits"], expected)

    @staticmethod
    def hits(text: str, deviations: Deviations) -> dict[str, int]:
        hits: dict[str, int] = Matcher(POLICY).context(comment(text), deviations)[0]["hits"]
        return hits


if __name__ == "__main__":
    unittest.main()
