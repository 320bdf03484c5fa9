"""What one reader found in published statements, and what the support judge said of the same."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from evals.statistics.intervals import wilson
from evals.trust.markdown import paragraph, table

AUDIT: Final = Path(__file__).with_name("audit.json")
PUBLISHED: Final = "pub"
SUPPORTED: Final = "supported"
# The judge's answers, as the table has them; None: the article's own words, which it is not asked.
_ANSWERS: Final = {"passed": "supported", "cannot-judge": "cannot judge", "failed": "not supported"}


def audit() -> dict[str, Any]:
    """Return the labels as they are saved."""
    found: dict[str, Any] = json.loads(AUDIT.read_text(encoding="utf-8"))
    return found


def sound(arm: str) -> tuple[int, int]:
    """Return how many statements published in an arm the reader found supported, and of how many.

    `arm` is "plain", or "judged" where the prompt asked for the support check.
    """
    labels = [s["label"] for s in audit()["statements"] if s[arm] == PUBLISHED]
    return labels.count(SUPPORTED), len(labels)


def audited() -> str:
    """Return what the page says of the audit: both arms, and the judge beside the reader."""
    told, statements = audit(), audit()["statements"]
    lines = []
    for arm, words in (("plain", "without the judge"), ("judged", "with it")):
        good, of = sound(arm)
        chance = wilson(good, of)
        within = f" ({chance.low:.1%} to {chance.high:.1%})" if chance else ""
        lines.append(f"{good} of {of} published statements {words}{within}")
    answers = Counter(
        (s["label"] == SUPPORTED, s["judge"]) for s in statements if s["plain"] == PUBLISHED
    )
    bad = sum(n for (is_sound, _), n in answers.items() if not is_sound)
    found, alarms = answers[False, "failed"], answers[True, "failed"]
    rows = [
        (name, *(str(answers[is_sound, answer]) for answer, name in _columns()))
        for is_sound, name in ((True, "supported"), (False, "not, or garbled"))
    ]
    head = ["the reader", *(name for _, name in _columns())]
    return "\n\n".join(
        [
            paragraph(
                f"One of the authors read {len(statements)} statements of `{told['model']}` "
                f"(prompts {told['prompt']}, the seeds and gum-news) beside their evidence, most "
                "of them blind to the arm and to the judge; the article's own words were taken as "
                "supported. "
                f"Supported were {' and '.join(lines)}.",
                f"Of the {bad} others the judge failed {found}, of the supported {alarms}. No gold "
                f"fact was lost by it. It takes {told['seconds']['judged']:.0f} seconds of the "
                f"model an article (`brief`) instead of {told['seconds']['plain']:.0f}, and is off "
                "unless a prompt says `support: true`.",
                "One reader is no agreement, and so few wrong statements show little.",
            ),
            table(head, rows, right=range(1, len(head))),
        ]
    )


def _columns() -> list[tuple[str | None, str]]:
    return [*_ANSWERS.items(), (None, "the article's own words")]
