import unittest
from typing import Any

from comparison.agreement import Judge, compare
from comparison.decisions import Outcome
from comparison.wording import Deviation

from .sample import POLICY, comment


class WordsOfBytes:
    """Stands in for the reference: r1 holds where the list l1 was hit."""

    def rule(self, context: dict[str, Any]) -> int:
        return 1 if context["hits"].get("l1") else -1

    def escalate(self, context: dict[str, Any]) -> list[int]:
        return []

    def finish(self, context: dict[str, Any], rule: int, terms: list[int], escalate: Any) -> dict[str, Any]:
        held = rule >= 0
        return {"action": "hide" if held else "allow", "category": "c1" if held else None,
                "rule": "r1" if held else None, "step": 0, "escalations": [], "terms": terms}


def ours(category: str, *actions: str, terms: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    found = [{"lexicon": "l1", "term": term} for term in terms]
    return {"comment": "7", "category": category, "actions": [{"action": action} for action in actions],
            "because": [{"clause": f"category.{category}", "found": found}], **more}


class Agreement(unittest.TestCase):
    def setUp(self) -> None:
        self.judge = Judge(POLICY, WordsOfBytes())

    def compared(self, text: str, decision: dict[str, Any]) -> list[Any]:
        one = comment(text)
        context, hits = self.judge.context(one, frozenset())
        terms = [hit.term for hit in hits]
        reference = self.judge.reference
        decided = reference.finish(context, reference.rule(context), terms, reference.escalate)
        return compare(self.judge, [one], [(context, terms)], [decided], [decision])

    def test_equal_decisions_do_not_differ(self) -> None:
        self.assertEqual(self.compared("an offer", ours("r1", "hide", terms=("offer",))), [])

    def test_a_difference_has_its_cause_and_its_place(self) -> None:
        (difference,) = self.compared("http://offer.example", ours("other"))
        self.assertEqual(difference.causes, frozenset({Deviation.LINKS}))
        self.assertIn("not found: l1 `offer` in “offer”", difference.changes)

    def test_other_terms_are_a_difference(self) -> None:
        (difference,) = self.compared("an offer", ours("r1", "hide"))
        self.assertIsNone(difference.causes)

    def test_what_no_rule_explains_is_a_fault(self) -> None:
        (difference,) = self.compared("an offer", ours("other"))
        self.assertIsNone(difference.causes)

    def test_an_agreement_that_the_stated_rules_do_not_foresee_is_a_fault(self) -> None:
        (difference,) = self.compared("http://offer.example", ours("r1", "hide", terms=("offer",)))
        self.assertIsNone(difference.causes)

    def test_the_strongest_action_and_the_step_are_read(self) -> None:
        decision = ours("r0", "warn", "hide", "review", escalations=["e0"],
                        ladders=[{"ladder": "warnings", "strikes": 2}])
        outcome, _ = self.judge.ours(decision)
        self.assertEqual(outcome, Outcome("review", "c0", "r0", 2, ("e0",)))

    def test_a_category_of_ours_that_stands_for_no_rule(self) -> None:
        outcome, _ = self.judge.ours(ours("unasked"))
        self.assertEqual(outcome, Outcome("allow", None, None, 0, ()))

    def test_a_decision_that_assumes_something_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            self.judge.ours(ours("other", assumed=["author.id"]))


if __name__ == "__main__":
    unittest.main()
