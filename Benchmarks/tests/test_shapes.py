import unittest

from comparison.hard_texts import HardTexts
from comparison.shapes import filled, name, shapes

from .sample import POLICY


class Shapes(unittest.TestCase):
    def test_there_are_many_and_none_is_empty(self) -> None:
        self.assertGreaterEqual(len(shapes(POLICY)), 20)
        self.assertEqual([shape for shape, unit in shapes(POLICY).items() if not unit], [])

    def test_a_text_is_as_long_as_it_should_be_and_ends_with_a_whole_character(self) -> None:
        for shape, unit in shapes(POLICY).items():
            with self.subTest(shape=shape):
                self.assertIn(len(filled(unit, 4096).encode()), range(4093, 4097))

    def test_growth_is_by_the_byte(self) -> None:
        times = {("flat", 4): 4.0, ("flat", 64): 64.0, ("steep", 4): 4.0, ("steep", 64): 1024.0}
        hard = HardTexts(["flat", "steep"], {name(*key): time for key, time in times.items()}, sizes=(4, 64))
        self.assertEqual((hard.growth("flat"), hard.growth("steep")), (1, 16))
        self.assertEqual((hard.steepest, hard.slowest(64)), ("steep", "steep"))


if __name__ == "__main__":
    unittest.main()
