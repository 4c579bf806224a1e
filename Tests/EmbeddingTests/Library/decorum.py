"""Decides comments by a program that `decorum build` made, through libdecorum."""

import ctypes
import os
import time


class DecorumError(Exception):
    """Why a program could not be opened or asked, in a sentence."""


class Program:
    """A program, open to decide. Any number of threads may share one."""

    def __init__(self, path, library="libdecorum.so"):
        self._library = _load(library)
        self._open = None
        self._open = self._ask(self._library.decorum_open, os.fsencode(path))

    def decide(self, comment, now=None):
        """The decision about a comment; both are JSON in UTF-8, as bytes."""
        if self._open is None:
            raise DecorumError("the program is closed")
        now = int(time.time()) if now is None else now
        length = ctypes.c_size_t()
        decision = self._ask(
            self._library.decorum_decide, self._open, comment, len(comment), now, ctypes.byref(length)
        )
        try:
            return ctypes.string_at(decision, length.value)
        finally:
            self._library.decorum_free(decision)

    def close(self):
        """Closes the program. No thread may be deciding."""
        self._library.decorum_close(self._open)
        self._open = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _ask(self, function, *arguments):
        problem = ctypes.c_void_p()
        answer = function(*arguments, ctypes.byref(problem))
        if answer:
            return answer
        try:
            raise DecorumError(ctypes.string_at(problem.value).decode())
        finally:
            self._library.decorum_free(problem)


def _load(path):
    library = ctypes.CDLL(path)
    pointer, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
    signatures = {
        "decorum_open": (pointer, [text, pointer]),
        "decorum_open_bytes": (pointer, [text, size, pointer]),
        "decorum_decide": (pointer, [pointer, text, size, ctypes.c_int64, pointer, pointer]),
        "decorum_free": (None, [pointer]),
        "decorum_close": (None, [pointer]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
