import tempfile
import unittest
from pathlib import Path

from comparison.comments import comment_of_ours
from comparison.playbook import floor, lexicons, rules, write_playbook

from .sample import POLICY, comment


class PlaybookOfAPolicy(unittest.TestCase):
    def setUp(self) -> None:
        self.lines = "\n".join(rules(POLICY)).splitlines()

    def category(self, name: str) -> list[str]:
        start = self.lines.index(f"  - category: {name}")
        return [line.strip() for line in self.lines[start + 1:start + 4]]

    def test_each_rule_is_a_category_in_order_of_precedence(self) -> None:
        named = [line.split()[-1] for line in self.lines if line.startswith("  - category:")]
        self.assertEqual(named, ["r0", "r1", "r2"])

    def test_an_action_of_the_ladder_is_the_ladder(self) -> None:
        self.assertEqual(self.category("r0"), [
            "title: c0",
            "when: {text.count: {l0: at least 2}, author.account_age: less than 7 days, not: {post.channel: dm}}",
            "ladder: warnings"])

    def test_another_action_is_ordered(self) -> None:
        self.assertEqual(self.category("r1"), [
            "title: c1",
            "when: {text.uses: l1, not: {text.uses: l0}, any: [{text.capitals: at least 40%}, {signal: x0}]}",
            "do: [hide]"])

    def test_a_key_that_would_stand_twice_stands_in_a_list(self) -> None:
        self.assertEqual(
            self.category("r2")[1],
            "when: {all: [{text.words: at most 12}, {text.words: at most 2}, {author.verified: no}, "
            "{post.channel: [dm, feed]}]}")

    def test_the_warning_after_the_last_blocks(self) -> None:
        self.assertIn("      - {rung: warn, strikes: 1, do: [warn]}", self.lines)
        self.assertIn("      - {rung: block, strikes: 4, do: [block]}", self.lines)

    def test_a_severity_is_a_list_of_rules(self) -> None:
        self.assertIn("    when: {category: [r0], author.reports: at least 2}", self.lines)

    def test_what_no_rule_asks_for_is_looked_for_to_no_effect(self) -> None:
        self.assertIn("  - {category: unasked, when: [{text.uses: [l2]}, {signal: [x1]}]}", self.lines)

    def test_an_expression_is_quoted(self) -> None:
        self.assertIn(r"  x0: {text.matches: 'it''s \$[0-9]{2,}'}", self.lines)

    def test_each_list_is_a_lexicon(self) -> None:
        self.assertEqual([*lexicons(POLICY)][2:], [
            '  l0: ["rude word", "dog"]', '  l1: ["offer"]', '  l2: ["nobody asks"]'])

    def test_the_floor_looks_for_everything_and_decides_nothing(self) -> None:
        self.assertIn(
            "    when: {any: [{text.uses: [l0, l1, l2]}, {signal: [x0, x1]}], post.rating: at least 99}",
            [*floor(POLICY)][-4:])

    def test_the_same_policy_gives_the_same_bytes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("one", "other"):
                write_playbook(POLICY, Path(folder) / name)
            for file in ("playbook.yaml", "lexicons.yaml"):
                one, other = ((Path(folder) / name / file).read_bytes() for name in ("one", "other"))
                self.assertEqual(one, other)
                self.assertTrue(one)


class CommentOfOurs(unittest.TestCase):
    def test_every_fact_has_its_place(self) -> None:
        self.assertEqual(comment_of_ours(comment("Hi", warnings=2, reports=4, blocks=1)), {
            "id": "7", "text": "Hi",
            "author": {"id": "7", "followers": 5, "account_age": 259_200, "verified": False},
            "post": {"channel": "feed", "rating": 3}, "thread": {"replies": 1}, "history": {"warnings": 2},
            "facts": {"author.blocks": 1, "author.reports": 4}})


if __name__ == "__main__":
    unittest.main()
