"""Say what is wrong with the form of a gold file's entry: where, what was given, and the way out.

The words of the records in `evals/gold/model.py` say what belongs there.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from evals.gold.fault import Fault
from evals.gold.model import Gold, GoldFact, Money, Number, Said, Trap, Value
from evals.gold.yaml_lines import Where
from summarize.values.numbers import find_numbers

_PLURAL: Final = {"facts": "fact", "traps": "trap"}


def line_of(lines: Mapping[Where, int], where: Where) -> int:
    """Return the line of an entry, or of the nearest one around it that the file has."""
    while where not in lines:
        where = where[:-1]
    return lines[where]


def fault_of(path: Path, data: Any, lines: Mapping[Where, int], error: Any) -> Fault:
    """Return what pydantic says of an entry as a fault; `data` is what the file holds."""
    where: Where = tuple(error["loc"])
    about = "".join(f"{label}: " for label in (_label(data, where),) if label)
    return Fault(path, line_of(lines, where), about + _said(where, error))


def _label(data: Any, where: Where) -> str:
    """Name the fact or trap that an entry belongs to: by its id, else by its number."""
    if len(where) < 2 or where[0] not in _PLURAL or not isinstance(where[1], int):
        return ""
    entry = data[where[0]][where[1]]
    id_ = entry.get("id") if isinstance(entry, dict) else None
    return f"{_PLURAL[str(where[0])]} {id_ if isinstance(id_, str) else where[1] + 1}"


def _said(where: Where, error: Any) -> str:
    key = str(where[-1]) if where else "file"
    given, kind = error["input"], error["type"]
    if isinstance(where[-1] if where else "", int):
        key = f"{where[-2]} number {int(where[-1]) + 1}"
        where = where if len(where) == 2 else where[:-1]
    if kind == "missing":
        return f'has no "{key}": {_meaning(where)}'
    if kind == "extra_forbidden":
        return f'unknown key "{key}": {_instead(where)}'
    if kind == "string_type" and isinstance(given, (bool, int, float)):
        return f'"{key}" is text: put {str(given).lower()} in quotation marks, as it is written'
    if kind == "string_type" and given is None:
        return f'"{key}" is empty: {_meaning(where)}'
    if kind == "string_pattern_mismatch":
        return (
            f'"{key}" cannot be {_as_given(given)}: {_FORMS.get(str(where[-1])) or _meaning(where)}'
        )
    if kind in ("float_parsing", "float_type", "finite_number"):
        return f'"{key}" cannot be {_as_given(given)}: {_in_digits(key, given)}'
    if kind == "literal_error":
        return f'"{key}" cannot be {_as_given(given)}: write {error["ctx"]["expected"]}'
    if kind.startswith("date_"):
        return f'"{key}" cannot be {_as_given(given)}: {_FORMS[key]}'
    if kind == "tuple_type":
        return f'"{key}" is a list: write [] or one entry a line, each after "- "'
    if kind in ("model_type", "model_attributes_type"):
        return f'"{key}" is not what it should be: {_meaning(where)}'
    return f'"{key}": {error["msg"].removeprefix("Value error, ")}'


def _as_given(given: Any) -> str:
    """Show a scalar as the file has it, and of anything else what it is."""
    if isinstance(given, (dict, list)):
        return "a list" if isinstance(given, list) else "keys and values"
    return "empty" if given is None else repr(given)


def _in_digits(key: str, given: Any) -> str:
    """Return how a number is to be written: the one given, where it can be read."""
    found = find_numbers(given) if isinstance(given, str) else ()
    if len(found) != 1:
        example = "58 for 58%" if key == "percent" else "4200000000 for 4.2 billion"
        return f"write it in digits alone, such as {example}"
    share = key == "percent" and found[0].kind == "fraction"
    amount = f"{found[0].value * (100 if share else 1):f}"
    digits = amount.rstrip("0").rstrip(".") if "." in amount else amount
    return f"write it in digits alone: {digits}"


_IN_VALUE: Final[dict[str, type[BaseModel]]] = {"number": Number, "money": Money, "quote": Said}
_IN_LIST: Final[dict[str, type[BaseModel]]] = {"facts": GoldFact, "traps": Trap}
_FORMS: Final = {
    "id": "write it in lower case with hyphens, such as exchange-of-fire",
    "sha256": "write the 64 hexadecimal digits that `sha256sum` prints for the article",
    "date": "write YYYY, YYYY-MM or YYYY-MM-DD, or --MM-DD or --MM when the year is open",
    "published": "write the day of publication as YYYY-MM-DD, or null when it is not known",
    "currency": "write its ISO 4217 code, such as USD, or the sign alone",
}


def _model(where: Where) -> type[BaseModel]:
    """Return the record in which an entry stands."""
    if "value" in where[:-1]:
        return _IN_VALUE.get(str(where[-2]), Value)
    return _IN_LIST.get(str(where[0]), Gold) if len(where) > 2 else Gold


def _keys(where: Where) -> dict[str, str]:
    fields = _model(where).model_fields
    return {f.alias or name: f.description or "" for name, f in fields.items()}


def _meaning(where: Where) -> str:
    key = str(where[-1]) if where else ""
    if len(where) == 2 and where[0] in _PLURAL:
        return "write it as keys and values, from `- id:` on"
    described = _keys(where).get(key) or "a list of them"
    return described[0].lower() + described[1:].rstrip(".")


def _instead(where: Where) -> str:
    keys = _keys(where)
    close = get_close_matches(str(where[-1]), keys, n=1)
    return f'do you mean "{close[0]}"?' if close else f"the keys here are {', '.join(keys)}"
