"""Quotations: word for word, in marks, by the right speaker."""

# ruff: noqa: E501 - a case is easier to judge on one line

from evals.trial import Said
from tests.evals.match.case import Case, fact, trap

SECRET = fact(
    'John Baird said the document is "neither classified nor secret".', "document", "baird",
    quote={"text": "neither classified nor secret", "speaker": "John Baird"},
)  # fmt: skip
BARE = fact('The plan was called "a grave mistake".', "plan", quote={"text": "a grave mistake"})
LONG = fact(
    'Baird said "we will not rest until every letter is found".',
    quote={"text": "we will not rest until every letter is found", "speaker": "John Baird"},
)


CALLED = fact(
    'The ministry called the bridge "beyond repair".', "bridge", quote={"text": "beyond repair"}
)
BY_DEWAR = trap(
    'Paul Dewar called the bridge "beyond repair".', "dewar",
    quote={"text": "beyond repair", "speaker": "Paul Dewar"},
)  # fmt: skip


def quoted(text: str, speaker: str | None) -> tuple[Said, ...]:
    return (Said(text, "quotes", None, None, speaker),)


CASES = [
    Case("word for word", SECRET, ('John Baird said the document is "neither classified nor secret".',), "stated"),
    Case("curly marks", SECRET, ("John Baird said the document is “neither classified nor secret”.",), "stated"),
    Case("single marks", SECRET, ("John Baird said the document is 'neither classified nor secret'.",), "stated"),
    Case("a no-break space inside", SECRET,
         ('Baird called the document "neither classified nor\u00a0secret".',), "stated"),
    Case("surname only", SECRET, ('Mr Baird called the document "neither classified nor secret".',), "stated"),
    Case("no marks: not quoted", SECRET, ("John Baird said the document is neither classified nor secret.",), "missing"),
    Case("one word changed", SECRET,
         ('John Baird said the document is "neither classified nor private".',), "contradicted"),
    Case("one word left out", SECRET, ('John Baird said the document is "classified".',), "missing"),
    Case("another speaker", SECRET,
         ('Paul Dewar said the document is "neither classified nor secret".',), "contradicted"),
    Case("no speaker", SECRET, ('The document is "neither classified nor secret".',), "missing"),
    Case("inside a longer quotation", SECRET,
         ('"The document is neither classified nor secret," said John Baird.',), "stated"),
    Case("speaker after the words", SECRET, ('The document is "neither classified nor secret," Baird said.',), "stated"),
    Case("other speaker, this one named too", SECRET,
         ('"The document is neither classified nor secret," Paul Dewar told John Baird.',), "contradicted"),
    Case("a quote with its speaker", SECRET, quoted("neither classified nor secret", "John Baird"), "stated"),
    Case("a quote with another speaker", SECRET, quoted("neither classified nor secret", "Paul Dewar"), "contradicted"),
    Case("a quote with no speaker", SECRET, quoted("neither classified nor secret", None), "missing"),
    Case("a quote altered", SECRET, quoted("neither classified nor confidential", "John Baird"), "contradicted"),
    Case("without speaker in gold", BARE, ('The plan is "a grave mistake".',), "stated"),
    Case("negated inside the marks", BARE, ('The plan is "not a grave mistake at all".',), "stated"),
    Case("with other words round it", BARE, ('Losing the key was "a grave mistake".',), "missing"),
    Case("a word cut in two", BARE, ('The plan is "a grave mistaken idea".',), "missing"),
    Case("an en dash for a hyphen", fact('It is a "quasi-state of war".', "army", quote={"text": "quasi-state of war"}),
         ("The army is in a “quasi\u2011state of war”.",), "stated"),
    Case("without its quasi", fact('It is a "quasi-state of war".', "army", quote={"text": "quasi-state of war"}),
         ("The army is in a “state of war”.",), "missing"),
    Case("a long quotation needs no word", LONG,
         ('"We will not rest until every letter is found," said Baird.',), "stated"),
    Case("a long quotation, its not lost", LONG, ('"We will rest until every letter is found," said Baird.',),
         "contradicted"),
    Case("a long quotation, one word other", LONG, ('"We will not rest until every page is found," said Baird.',),
         "contradicted"),
    Case("quoted, but by the speaker of the trap", CALLED, ('The bridge was "beyond repair", Paul Dewar said.',),
         "contradicted", traps=(BY_DEWAR,)),
    Case("quoted by another than the speaker of the trap", CALLED, ('The bridge was "beyond repair", John Baird said.',),
         "stated", traps=(BY_DEWAR,)),
    Case("quoted, and the speaker of the trap told of it", CALLED,
         ('John Baird told Paul Dewar that the bridge was "beyond repair".',), "stated", traps=(BY_DEWAR,)),
]  # fmt: skip
