"""The gold of the articles that summaries are about.

Our own summary finds its article by the digest of its text; anybody else's by the article's id. Two
gold files for one id are told apart by the digest only: a bare id that fits both is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.gold.check import article_to_score
from evals.gold.fault import Fault, GoldError
from evals.gold.load import Loaded, gold_files, load
from evals.scoring.given import Given
from summarize.article import Article
from summarize.errors import InputError
from summarize.summary import Summary


@dataclass(frozen=True)
class Known:
    """An article with its gold."""

    article: Article
    loaded: Loaded


@dataclass(frozen=True)
class Golds:
    """All gold there is to score against."""

    known: tuple[Known, ...]

    def find(self, given: Given) -> Known | None:
        """Return the article of a summary; None when there is no gold of it.

        Raises InputError when it could be of several, or is of another text of that name.
        """
        if isinstance(given.content, Summary):
            found = self._by_digest(given, given.content.article.sha256)
        else:
            found = self._by_id(given.article) or self._by_id(Path(given.article).stem)
        if len(found) > 1:
            files = " and ".join(str(known.loaded.path) for known in found)
            raise InputError(
                f'{given.place}: article "{given.article}" could be that of {files}: give one'
            )
        return found[0] if found else None

    def _by_id(self, name: str) -> list[Known]:
        return [known for known in self.known if known.article.id == name]

    def _by_digest(self, given: Given, digest: str) -> list[Known]:
        found = [known for known in self.known if known.article.sha256 == digest]
        if not found and (others := self._by_id(given.article)):
            raise InputError(
                f"{given.place}: is a summary of another text than {others[0].article.source}: "
                "summarize that article again, or give the gold of the text it was made from"
            )
        return found


def load_golds(paths: Sequence[Path]) -> Golds:
    """Load gold files, or the folders they are in. Raises GoldError with all faults of form."""
    return Golds(tuple(_all(gold_files(list(paths)))))


def _all(files: Sequence[Path]) -> Iterator[Known]:
    faults: list[Fault] = []
    for file in files:
        try:
            loaded = load(file)
            yield Known(article_to_score(loaded), loaded)
        except GoldError as error:
            faults += error.faults
    if faults:
        raise GoldError(faults)
