"""The JSON Schema of a gold file, with which an editor's editor completes and underlines.

A copy is kept as `evals/gold.schema.json`. Make it anew with
`summarize gold schema > evals/gold.schema.json` when the records in `evals/gold/model.py` change.
"""

import json
from typing import Any

from evals.gold.model import Gold


def schema() -> dict[str, Any]:
    """Return the schema in draft 07, the newest that yaml-language-server reads in full."""
    made = Gold.model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:summarize-news:gold",
        **_without_titles(made),
    }


def _without_titles(part: Any) -> Any:
    """Drop what only repeats the key: shown beside it, it is noise."""
    if isinstance(part, dict):
        return {
            key: _without_titles(value)
            for key, value in part.items()
            if not (key == "title" and isinstance(value, str))
        }
    return [_without_titles(item) for item in part] if isinstance(part, list) else part


def schema_text() -> str:
    """Return the schema as it is printed and shipped."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
