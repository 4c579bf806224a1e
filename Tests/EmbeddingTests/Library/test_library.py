"""What the C interface promises, as Python sees it. LibraryTests.swift runs this, with the names of files as arguments."""

import ctypes
import json
import sys
import threading
import unittest

from decorum import DecorumError, Program, _load

LIBRARY, PROGRAM, COMMENTS, DECISIONS = sys.argv[1:5]
NOW = 1_796_202_000


def lines(path):
    with open(path, "rb") as file:
        return file.read().splitlines()


def contents(path):
    with open(path, "rb") as file:
        return file.read()


class Deciding(unittest.TestCase):
    def setUp(self):
        self.program = Program(PROGRAM, LIBRARY)
        self.addCleanup(self.program.close)

    def test_decisions_are_the_engine_s_byte_for_byte(self):
        comments, decisions = lines(COMMENTS), lines(DECISIONS)
        self.assertGreaterEqual(len(comments), 8)
        self.assertEqual([self.program.decide(comment, NOW) for comment in comments], decisions)

    def test_the_comment_s_own_instant_counts_before_the_one_given(self):
        comment = b'{"text": "you idiot", "now": "2026-12-02T09:00:00Z"}'
        self.assertEqual(self.program.decide(comment, 0), self.program.decide(comment, NOW))

    def test_any_instant_is_taken(self):
        for now in (-(2**63), 2**63 - 1, 0):
            self.assertNotIn("trouble", json.loads(self.program.decide(b'{"text": "hello"}', now)))

    def test_nul_in_a_text_is_a_character(self):
        decision = self.program.decide(b'{"id": "a\\u0000b", "text": "you \\u0000 idiot"}', NOW)
        self.assertEqual(json.loads(decision)["comment"], "a\0b")
        self.assertNotIn(b"\0", decision)

    def test_a_raw_nul_is_no_json_and_ends_nothing(self):
        for comment in (b'{"text": "a\0b"}', b'{"text": "a"}\0', b"\0"):
            self.assertIn("trouble", json.loads(self.program.decide(comment, NOW)), comment)

    def test_ill_formed_utf_8_gets_a_well_formed_decision(self):
        for bad in (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xc0\xaf"):
            decision = self.program.decide(b'{"id": "' + bad + b'", "text": "you ' + bad + b' idiot"}', NOW)
            self.assertEqual(json.loads(decision.decode("utf-8"))["stance"], "hold", bad)

    def test_nothing_at_all_is_held(self):
        self.assertIn("trouble", json.loads(self.program.decide(b"", NOW)))

    def test_threads_decide_at_once_by_one_program(self):
        comments, decisions = lines(COMMENTS), lines(DECISIONS)
        wrong = []

        def work():
            for _ in range(50):
                wrong.extend(c for c, d in zip(comments, decisions) if self.program.decide(c, NOW) != d)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_a_program_stays_open_when_another_is_closed(self):
        with Program(PROGRAM, LIBRARY) as other:
            other.decide(b'{"text": "hello"}', NOW)
        self.assertEqual(self.program.decide(lines(COMMENTS)[0], NOW), lines(DECISIONS)[0])


class Refusing(unittest.TestCase):
    def setUp(self):
        self.library = _load(LIBRARY)

    def sentence(self, function, *arguments):
        """Why a function refuses; nothing may come back with it."""
        problem = ctypes.c_void_p()
        self.assertIsNone(function(*arguments, ctypes.byref(problem)))
        self.assertIsNone(function(*arguments, None))
        sentence = ctypes.string_at(problem.value).decode()
        self.library.decorum_free(problem)
        return sentence

    def opened(self, program):
        """The pointer to a program in memory, or None."""
        return self.library.decorum_open_bytes(program, len(program), None)

    def test_a_program_in_memory_is_opened_and_the_memory_given_back(self):
        memory = ctypes.create_string_buffer(contents(PROGRAM))
        problem = ctypes.c_void_p(1)
        program = self.library.decorum_open_bytes(memory, len(memory) - 1, ctypes.byref(problem))
        self.assertIsNone(problem.value)
        ctypes.memset(memory, 0xFF, len(memory))
        length = ctypes.c_size_t()
        comment = lines(COMMENTS)[0]
        decision = self.library.decorum_decide(program, comment, len(comment), NOW, ctypes.byref(length), None)
        self.assertEqual(ctypes.string_at(decision), lines(DECISIONS)[0])
        self.assertEqual(length.value, len(lines(DECISIONS)[0]))
        self.library.decorum_free(decision)
        self.library.decorum_close(program)

    def test_damage_is_refused_wherever_it_is(self):
        program = contents(PROGRAM)
        step = len(program) // 50
        for place in [*range(0, 64, 3), *range(64, len(program), step), len(program) - 1]:
            damaged = bytearray(program)
            damaged[place] ^= 1 << place % 8
            self.assertIsNone(self.opened(bytes(damaged)), f"byte {place} is another")
            self.assertIsNone(self.opened(program[:place]), f"cut to {place} bytes")
        self.assertIn("damaged", self.sentence(self.library.decorum_open_bytes, program[:-1], len(program) - 1))

    def test_what_is_no_program_is_refused_with_a_sentence(self):
        for path in ("/no/such/file", "/", "/dev/null", sys.argv[0]):
            self.assertGreater(len(self.sentence(self.library.decorum_open, path.encode())), 10, path)
        self.assertGreater(len(self.sentence(self.library.decorum_open_bytes, b"", 0)), 10)
        with self.assertRaisesRegex(DecorumError, "no such file"):
            Program("/no/such/file", LIBRARY)

    def test_missing_arguments_are_refused_by_name(self):
        program = self.opened(contents(PROGRAM))
        for name, function, arguments in (
            ("path", self.library.decorum_open, [None]),
            ("bytes", self.library.decorum_open_bytes, [None, 5]),
            ("program", self.library.decorum_decide, [None, b"{}", 2, NOW, None]),
            ("comment", self.library.decorum_decide, [program, None, 0, NOW, None]),
        ):
            self.assertEqual(self.sentence(function, *arguments), f"`{name}` is NULL")
        self.assertIn("`length`", self.sentence(self.library.decorum_decide, program, b"{}", 2**64 - 1, NOW, None))
        self.assertIn("`length`", self.sentence(self.library.decorum_open_bytes, b"", 2**64 - 1))
        self.library.decorum_close(program)

    def test_freeing_and_closing_nothing_does_nothing(self):
        self.library.decorum_free(None)
        self.library.decorum_close(None)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
