"""Write a set of words as a page of words."""


def words_of(page: str) -> frozenset[str]:
    """Return the words of `page`, divided by white space."""
    return frozenset(page.split())
