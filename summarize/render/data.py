"""A summary as a record, for programs: json (indented) and jsonl (one line).

Every character is kept. Those that a terminal obeys, that reorder text or that some readers take
for the end of a line are written as escapes, which mean the same to any JSON parser.
"""

import re
from typing import Final

from summarize.render.view import View
from summarize.summary import Failure, Record, Summary

# DELETE, C1 controls, line and paragraph separators, bidirectional controls. JSON itself escapes
# the C0 controls. None of these can stand outside a string, so escaping them changes nothing.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def json(record: Summary | Failure, view: View) -> str:  # noqa: ARG001
    """Write `record` as indented JSON."""
    return _safe(record.model_dump_json(indent=2)) + "\n"


def jsonl(record: Summary | Failure, view: View) -> str:  # noqa: ARG001
    """Write `record` as JSON on one line."""
    return _safe(record.model_dump_json()) + "\n"


def array(records: list[Record]) -> str:
    """Write several records as one indented JSON array."""
    inner = ",\n".join(record.model_dump_json(indent=2) for record in records)
    return _safe("[\n" + re.sub("(?m)^", "  ", inner) + "\n]\n" if records else "[]\n")


def script_safe(record: Summary | Failure) -> str:
    """Write `record` as JSON that can stand inside an HTML script element."""
    written = _safe(record.model_dump_json())
    return written.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _safe(written: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
