#!/usr/bin/env python3
"""Makes one module of the files of Sources/DecisionScript, as `decorum build` does.

  Scripts/bundle-script.py [decorum.mjs]

The files stand one after another in the order of order.txt. Left out are imports (from a line that begins with `import`
to the one that ends with the name of a file), comments, which have lines of their own, indentation, empty lines, and
`export` in every file but the last. So that this is enough, no two files have the same name at their top, every file
comes after those that it imports, and every import keeps the names as they are."""
import re
import sys
from pathlib import Path

folder = Path(__file__).resolve().parent.parent / "Sources" / "DecisionScript"
names = (folder / "order.txt").read_text().split()


def without_comments(lines):
    inside = False
    for line in lines:
        start = line.strip()
        inside = inside or start.startswith("/**")
        if not inside and not start.startswith("//") and start:
            yield line
        if start.endswith("*/"):
            inside = False


def without_imports(lines):
    inside = False
    for line in lines:
        inside = inside or line.startswith("import ")
        if not inside:
            yield line
        if line.endswith(".js'"):
            inside = False


def check_order(name, text, read):
    for target in re.findall(r"from '([^']+)'", text):
        path = (folder / name).parent.joinpath(target).resolve().relative_to(folder).as_posix()
        if path not in read:
            sys.exit(f"{name} comes before {path}, which it imports")


def bundle():
    lines, read = [], set()
    for name in names:
        text = (folder / name).read_text()
        check_order(name, text, read)
        read.add(name)
        for line in without_imports(without_comments(text.splitlines())):
            lines.append(line.strip() if name == names[-1] else line.strip().removeprefix("export "))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = bundle()
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text)
    else:
        sys.stdout.write(text)
