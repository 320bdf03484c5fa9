"""What the model said, strictly parsed, before anything of it is believed.

Servers fail open: an answer may come in a code fence, after a `<think>` monologue, or broken off.
So every answer is validated here, whatever the server promised. An answer that is nearly JSON is
mended once by `json_repair`, which is counted; what still does not fit is a DraftError.
"""

import json
import re
from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from summarize.errors import DraftError

FENCE = re.compile(r"```(?:json)?\s*\n(.*?)(?:```|\Z)", re.DOTALL)
THINK = re.compile(r"\A\s*<think>.*?(?:</think>|\Z)", re.DOTALL)


def _writable(words: str) -> str:
    """Replace half a surrogate pair: JSON can spell one, and no file can hold it."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


Words = Annotated[str, AfterValidator(_writable)]


class _Draft(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class DraftStatement(_Draft):
    """A statement and the numbers of what it rests on: sentences, or points already accepted."""

    evidence: list[int]
    statement: Words


class PointsDraft(_Draft):
    """The answer to the block `points`."""

    key_points: list[DraftStatement]


class HeadlineDraft(_Draft):
    """The answer to the block `headline`."""

    abstract: list[DraftStatement] = []
    headline: DraftStatement | None = None


class StatementDraft(_Draft):
    """The answer to the blocks `statement` and `repair`."""

    statement: Words


Draft = TypeVar("Draft", PointsDraft, HeadlineDraft, StatementDraft)


def parse(answer: str, shape: type[Draft]) -> tuple[Draft, bool]:
    """Return the draft in an answer, and whether its JSON had to be mended. Raises DraftError."""
    text = THINK.sub("", answer)
    fenced = FENCE.search(text)
    text = (fenced.group(1) if fenced else text).strip()
    if not text:
        raise DraftError("the answer is empty")
    try:
        return shape.model_validate(json.loads(text)), False
    except ValidationError as error:
        raise DraftError(_fault(error)) from error
    except (ValueError, RecursionError):
        pass
    import json_repair

    try:
        return shape.model_validate(json_repair.loads(text)), True
    except ValidationError as error:
        raise DraftError(f"not JSON of the agreed form: {_fault(error)}") from error
    except (ValueError, RecursionError) as error:
        raise DraftError("not JSON of the agreed form: it nests or counts too far") from error


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"]) or "the whole"
    return f"{place}: {first['msg'][0].lower()}{first['msg'][1:]}"


# Longer statements are cut by the grammar in the middle of a word; the checks then refuse them.
LONGEST = 320


def points_schema(menu: Sequence[int], count: tuple[int, int]) -> dict[str, Any]:
    """Return the JSON Schema of PointsDraft for a model that may choose among sentences `menu`."""
    return _object({"key_points": _list(_statement(menu, most=3), *count)})


def headline_schema(
    points: int, sentences: int, *, headline: bool, abstract: bool
) -> dict[str, Any]:
    """Return the schema of HeadlineDraft over `points` accepted points."""
    item = _statement(range(1, points + 1), most=points)
    properties: dict[str, Any] = {}
    if abstract:
        properties["abstract"] = _list(item, 1, sentences)
    if headline:
        properties["headline"] = item
    return _object(properties)


def statement_schema() -> dict[str, Any]:
    """Return the schema of StatementDraft."""
    return _object({"statement": {"type": "string", "maxLength": LONGEST}})


def _statement(numbers: Sequence[int], *, most: int) -> dict[str, Any]:
    evidence = _list({"type": "integer", "enum": list(numbers)}, 1, most)
    return _object({"evidence": evidence, "statement": {"type": "string", "maxLength": LONGEST}})


def _list(items: dict[str, Any], least: int, most: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
