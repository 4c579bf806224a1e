"""The neutral comments as comments of ours, one JSON object a line."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SECONDS_OF_A_DAY = 86_400


def comment_of_ours(comment: dict[str, Any]) -> dict[str, Any]:
    author, history, post = comment["author"], comment["history"], comment["post"]
    name = str(comment["id"])
    return {
        "id": name,
        "text": comment["text"],
        "author": {
            "id": name,
            "followers": author["followers"],
            "account_age": author["age_days"] * SECONDS_OF_A_DAY,
            "verified": author["verified"],
        },
        "post": {"channel": post["channel"], "rating": post["rating"]},
        "thread": {"replies": post["replies"]},
        "history": {"warnings": history["warnings"]},
        "facts": {"author.blocks": history["blocks"], "author.reports": history["reports"]},
    }


def write_comments(comments: list[dict[str, Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for comment in comments:
            line = json.dumps(comment_of_ours(comment), ensure_ascii=False, separators=(",", ":"))
            lines.write(line + "\n")
