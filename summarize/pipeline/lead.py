"""The baseline every summary has to beat: the first sentences of the article, and no model."""

from summarize.article import Article
from summarize.pipeline.show import plain_line
from summarize.pipeline.verify import Candidate


def lead_points(article: Article, most: int) -> list[Candidate]:
    """Return the first sentences of the body as statements on themselves."""
    first = article.body()[:most]
    return [Candidate("key_points", plain_line(article, s), (s.words,)) for s in first]
