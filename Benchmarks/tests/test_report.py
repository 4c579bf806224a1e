import contextlib
import io
import sys
import unittest

from comparison.figures import SizeFigures
from comparison.goals import Row
from comparison.measurements import Measurements
from comparison.processes import Figures, ProcessFailure, run
from comparison.tables import number, table

FIGURES = SizeFigures(
    {
        "ours": {"us": 2.0}, "ours, no rules": {"us": 1.5}, "prep": {"us": 6.0}, "ndjson": {"us": 2.0},
        "python-codegen": {"us": 1.0, "floor": 0.5}, "slow": {"us": 14.0, "floor": 4.0},
        "quick": {"us": 4.0, "floor": 3.0}, "ceiling": {"all_us": 1.0},
    }, {})


class WhatMeasurementsComeTo(unittest.TestCase):
    def test_a_peer_has_its_matching_in_front_of_it(self) -> None:
        self.assertEqual(FIGURES.with_matching("quick"), 100_000)
        self.assertAlmostEqual(FIGURES.with_json("quick") or 0, 1e6 / 12)

    def test_the_fastest_engine_is_none_that_is_written_by_hand(self) -> None:
        self.assertEqual(FIGURES.fastest_engine, "quick")

    def test_net_is_less_the_floor(self) -> None:
        self.assertEqual((FIGURES.net("slow"), FIGURES.our_net), (10, 0.5))

    def test_rules_that_cost_less_than_medians_differ_cost_that_much(self) -> None:
        quiet = SizeFigures({"ours": {"us": 1.0}, "ours, no rules": {"us": 1.01}}, {})
        self.assertEqual(quiet.our_net, 0.02)

    def test_what_was_not_measured_has_no_figure(self) -> None:
        self.assertIsNone(FIGURES.with_matching("absent"))
        self.assertIsNone(FIGURES.net("prep"))


class Rounds(unittest.TestCase):
    def test_medians_and_the_least_disturbed_p99(self) -> None:
        rounds: list[Figures] = [
            {"us": 3.0, "p99": 9.0, "wrong": 1.0}, {"us": 2.0, "p99": 5.0}, {"us": 8.0, "p99": 7.0}]
        measured = Measurements({"ours": lambda turn: rounds[turn]})
        measured.run(3)
        self.assertEqual(measured.medians()["ours"], {"us": 3.0, "p99": 5.0, "wrong": 1.0, "spread": 4.0})

    def test_they_take_turns(self) -> None:
        order: list[str] = []

        def one(name: str) -> Figures:
            order.append(name)
            return {"us": 1.0}

        Measurements({"a": lambda turn: one("a"), "b": lambda turn: one("b")}).run(2)
        self.assertEqual(order, ["a", "b", "a", "b"])

    def test_what_fails_is_named_and_not_tried_again(self) -> None:
        def fails(turn: int) -> Figures:
            raise ProcessFailure(f"round {turn}")

        measured = Measurements({"a": fails, "b": lambda turn: {"us": 1.0}})
        with contextlib.redirect_stderr(io.StringIO()) as said:
            measured.run(2)
        self.assertEqual(said.getvalue(), "a has no figures: round 0\n")
        self.assertEqual(measured.failures, {"a": "round 0"})
        self.assertEqual([*measured.medians()], ["b"])


class Rows(unittest.TestCase):
    def test_a_goal_is_reached_or_missed(self) -> None:
        row = Row("", lambda f: f.ours, least={"S": 400_000, "M": 600_000}, most={"L": 500_000})
        goals = [row.cells(size, FIGURES)[1] for size in "SML"]
        self.assertEqual(
            goals, ["at least 400,000: reached", "at least 600,000: **missed**", "at most 500,000: reached"])

    def test_what_was_not_measured_is_neither(self) -> None:
        self.assertEqual(Row("", lambda f: None, most={"S": 1}).cells("S", FIGURES), ["–", "at most 1: not measured"])

    def test_numbers_have_three_digits_that_count(self) -> None:
        written = [number(value) for value in (1_692_047, 98_765, 123.4, 12.34, 0.5, 0, None)]
        self.assertEqual(written, ["1,690,000", "98,800", "123", "12.3", "0.5", "0", "–"])

    def test_a_bar_does_not_end_a_cell(self) -> None:
        self.assertEqual(table(["a"], [["x|y"]]), "| a |\n| --- |\n| x\\|y |\n")


class Processes(unittest.TestCase):
    def test_output_and_failure(self) -> None:
        self.assertEqual(run([sys.executable, "-c", "print('out')"]).output, b"out\n")
        with self.assertRaisesRegex(ProcessFailure, "ended with 3: why"):
            run([sys.executable, "-c", "import sys; sys.stderr.write('why'); sys.exit(3)"])


if __name__ == "__main__":
    unittest.main()
