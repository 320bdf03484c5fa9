"""The JSON Schema of what is published, for those who read it with other tools.

A copy is kept as `summarize/summary.schema.json`. Make it anew with
`summarize schema > summarize/summary.schema.json` when the records in `summary.py` change.
"""

import json
from typing import Any, Final

from summarize.summary import SCHEMA_VERSION, Failure, Summary

_REFERENCE: Final = "#/$defs/{model}"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a Summary.

    The record of an article that failed is beside it, as `#/$defs/Failure`.
    """
    summary = Summary.model_json_schema(mode="serialization", ref_template=_REFERENCE)
    failure = Failure.model_json_schema(mode="serialization", ref_template=_REFERENCE)
    definitions = summary.pop("$defs") | failure.pop("$defs") | {"Failure": failure}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:summarize-news:summary:{SCHEMA_VERSION}",
        **summary,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Return the schema as it is printed and shipped."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
