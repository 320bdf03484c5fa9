r"""A summary as Markdown with footnotes, for editors' tools and pull requests.

Words of articles and of models are escaped, so that they cannot become images, links, HTML or
structure: `![x](http://...)` is shown as it is written. (GitHub makes "@name" a mention after
Markdown is done with; no escape prevents that.)
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.render.notes import Notes, number_notes
from summarize.render.plain import plain
from summarize.render.view import View
from summarize.render.wording import (
    FIELDS,
    NOT_PUBLISHED,
    Line,
    date_lines,
    doubts,
    heading,
    how_made,
    nothing_said,
    number_lines,
    origin,
    why_failed,
)
from summarize.summary import Failure, Grounded, Name, Quote, Rejected, Summary

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>!#|~&$^{}@]")
# What readers turn into a link without being asked: the colon of "https://", the dot of "www.".
_LINK: Final = re.compile(r"(?i)(?<=www)\.|:(?=//)|(?<=mailto):|(?<=xmpp):")
# A list, a rule or an underlined heading is only one at the beginning.
_BEGINNING: Final = re.compile(r"^(\d{1,9})?([-+=.)])")


def md(summary: Summary, view: View) -> str:
    """Render `summary` as Markdown, its footnotes labelled with `view.label`."""
    page = _Page(number_notes(summary), view.label)
    return "\n\n".join(block for block in page.blocks(summary) if block) + "\n"


def failure_md(failure: Failure, view: View) -> str:  # noqa: ARG001
    """Render why an article has no summary."""
    first, *others = map(_escape, why_failed(failure))
    return "\n\n".join([f"# {first}", *others]) + "\n"


class _Page:
    """The blocks of one summary, with its footnotes."""

    def __init__(self, notes: Notes, label: str) -> None:
        self.notes = notes
        self.label = label

    def blocks(self, summary: Summary) -> Iterator[str]:
        marks = self.marks(summary.headline) if summary.headline else ""
        yield f"# {_escape(heading(summary))}{marks}"
        yield f"*{' · '.join(map(_escape, origin(summary)))}*"
        yield nothing_said(summary)
        yield " ".join(_escape(s.statement) + self.after(s) for s in summary.abstract)
        yield _section("Key points", self._points(summary))
        yield _section("Quotes", [self._quote(quote) for quote in summary.quotes])
        yield _section("Dates", [self._value(line) for line in date_lines(summary)])
        yield _section("Numbers", [self._value(line) for line in number_lines(summary)])
        yield _section("People and organisations", self._names(summary.names))
        yield _section(
            "Rejected", [_reject(r) for r in summary.rejected], aside=f"*Each {NOT_PUBLISHED}.*"
        )
        warnings = [f"- **{_escape(w.code)}**: {_escape(w.message)}" for w in summary.warnings]
        yield _section("Warnings", warnings)
        yield "---"
        yield f"*{_escape(' '.join(how_made(summary)))}*"
        yield "\n".join(self._definitions())

    def marks(self, item: Grounded) -> str:
        return "".join(f" [^{self.label}{number}]" for number in self.notes.of(item.evidence))

    def after(self, item: Grounded, *, marked: bool = True) -> str:
        return self.marks(item) * marked + "".join(
            f" *({_escape(words)})*" for words in doubts(item)
        )

    def _points(self, summary: Summary) -> list[str]:
        points = enumerate(summary.key_points, 1)
        return [f"{n}. {_escape(p.statement)}{self.after(p)}" for n, p in points]

    def _quote(self, quote: Quote) -> str:
        speaker = _escape(quote.speaker) if quote.speaker else "*speaker not named*"
        return f"- “{_escape(quote.text)}” — {speaker}{self.after(quote)}"

    def _value(self, line: Line) -> str:
        says = f"see {line.see}" if line.see else _escape(line.says)
        said = " — ".join(part for part in (_escape(line.label), says) if part)
        return f"- {said}{self.after(line.item, marked=line.marked)}"

    def _names(self, names: Sequence[Name]) -> Iterator[str]:
        for kind, title in (("person", "People"), ("organisation", "Organisations")):
            of_kind = [_escape(n.name) + self.after(n) for n in names if n.kind == kind]
            if of_kind:
                yield f"- {title}: {', '.join(of_kind)}"

    def _definitions(self) -> Iterator[str]:
        for number, words in enumerate(self.notes.evidence, 1):
            place = f"Sentence {words.sentence}, {words.start}–{words.end}"
            yield f"[^{self.label}{number}]: {place}: {_escape(words.text)}"


def _section(title: str, items: Sequence[str] | Iterator[str], aside: str = "") -> str:
    body = "\n".join(items)
    return "\n\n".join(part for part in (f"## {title}", aside, body) if part) if body else ""


def _reject(item: Rejected) -> str:
    lines = [f"- {_escape(item.statement)} ({FIELDS[item.field]})"]
    lines += [f"    - because {_escape(reason)}" for reason in item.reasons]
    if item.repaired_from:
        lines.append(f"    - first wording: {_escape(item.repaired_from)}")
    for words in item.evidence:
        place = f"sentence {words.sentence}, {words.start}–{words.end}"
        lines.append(f"    - cited {place}: {_escape(words.text)}")
    return "\n".join(lines)


def _escape(words: str) -> str:
    escaped = _LINK.sub(lambda m: "\\" + m[0], _SPECIAL.sub(r"\\\g<0>", plain(words)))
    return _BEGINNING.sub(r"\g<1>\\\g<2>", escaped)
