import json
from pathlib import Path
from typing import Any

from evals.gold.model import Gold, GoldFact, Trap, Value
from evals.gold.schema import schema, schema_text

KEPT = Path(__file__).resolve().parents[3] / "evals" / "gold.schema.json"


def test_the_schema_kept_is_that_of_the_records() -> None:
    assert KEPT.read_text("utf-8") == schema_text(), (
        "run: summarize gold schema > evals/gold.schema.json"
    )


def _objects(part: Any) -> list[dict[str, Any]]:
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    found = [one for item in inner for one in _objects(item)]
    return [part, *found] if isinstance(part, dict) and "properties" in part else found


def test_an_editor_is_told_what_each_key_is_for() -> None:
    for record in _objects(schema()):
        for key, described in record["properties"].items():
            assert described.get("description"), key


def test_an_unknown_key_is_underlined() -> None:
    assert all(record["additionalProperties"] is False for record in _objects(schema()))


def test_the_keys_are_those_of_the_file() -> None:
    made = schema()
    assert set(made["properties"]) == {f.alias or n for n, f in Gold.model_fields.items()}
    for record in (GoldFact, Trap, Value):
        keys = {f.alias or n for n, f in record.model_fields.items()}
        assert set(made["$defs"][record.__name__]["properties"]) == keys
    assert "with" in made["$defs"]["GoldFact"]["properties"]
    assert made["$defs"]["Value"]["maxProperties"] == 1
    assert json.loads(schema_text()) == made
