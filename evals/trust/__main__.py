"""Write TRUST.md: `python -m evals.trust`.

    python -m evals.trust                      from the saved results
    python -m evals.trust --check              compare only; ends with 1 when they differ
    python -m evals.trust --selftest           repeat the self-test of this project's gold first
    python -m evals.trust --selftest DATA      and those of people's texts in this folder

The other results are saved by `summarize eval agreement DIR -o evals/trust/agreement.json`.
"""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from evals.people.data import People
from evals.selftest.known import known_good
from evals.selftest.run import self_test
from evals.trust.elsewhere import supported_sentences
from evals.trust.page import PAGE, trust
from evals.trust.planted import OWN, PEOPLE, SAVED, Planted, SelfTests, load, planted, save
from summarize.errors import SummarizeError
from summarize.whole import write_whole

# In the folder of data, the annotated texts.
HUMAN: Final = "human"
GOLD: Final = Path(__file__).parents[1] / "gold"
DIFFERS: Final = 1


def own() -> Planted:
    """Return the self-test of this project's gold."""
    known = known_good([GOLD])
    return planted(self_test(known), known, made=datetime.now(UTC).date())


def people(data: Path) -> Planted:
    """Return the self-test of people's summaries in `data`, without this project's gold."""
    known = known_good([], data)
    return planted(self_test(known), known, made=datetime.now(UTC).date())


def elsewhere(data: Path) -> Planted:
    """Return the self-test of sentences that people found supported."""
    known = supported_sentences(People(data / HUMAN))
    return planted(self_test(known), known, made=datetime.now(UTC).date())


def measure(data: Path | None) -> None:
    """Repeat the self-tests and keep their counts; without data those of people stay."""
    parts = {OWN: own()}
    if data is not None:
        save(SelfTests(parts={**parts, PEOPLE: people(data)}, elsewhere=elsewhere(data)))
        return
    before = load() if SAVED.is_file() else SelfTests(parts={})
    save(SelfTests(parts={**before.parts, **parts}, elsewhere=before.elsewhere))


def main() -> int:
    """Return how the program ends."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.trust",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--selftest", nargs="?", const="", metavar="DATA", help="repeat it first")
    options = parser.parse_args()
    try:
        if options.selftest is not None and not options.check:
            measure(Path(options.selftest) if options.selftest else None)
        written = trust()
    except SummarizeError as error:
        print(f"evals.trust: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    if not options.check:
        write_whole(PAGE, written)
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == written:
        return 0
    print(f"{PAGE}: not what the saved results say: run python -m evals.trust", file=sys.stderr)  # noqa: T201
    return DIFFERS


if __name__ == "__main__":
    sys.exit(main())
