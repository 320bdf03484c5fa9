"""What an editor writes down about one article: facts a good summary states, and traps.

Each is tied to a verbatim quotation of the article. Unknown keys are errors, so that a misspelt one
is found; `evals/gold.schema.json` is made from these models.
"""

import re
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from summarize.values.date_value import DateValue

# A day or a month whose year the article does not give has none here either: --10-25, --02. It is
# written as in ISO 8601:2000 and XML Schema's gMonthDay and gMonth.
_DATE_PATTERN: Final = r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}(-\d{2})?)$"
_YEARLESS: Final = re.compile(r"--(\d{2})(?:-(\d{2}))?")


def date_value(written: str) -> DateValue:
    """Return what "2016", "2016-07", "2016-07-20", "--10-25" or "--02" says, and nothing more.

    Raises ValueError when there is no such day or month.
    """
    if yearless := _YEARLESS.fullmatch(written):
        month, day = yearless.groups()
        return DateValue(None, int(month), int(day) if day else None)
    return DateValue(*map(int, written.split("-")))


def _as_text(written: Any) -> Any:
    """Take the day or the year that YAML makes of an unquoted date as it was meant."""
    if isinstance(written, datetime):
        raise ValueError("a date has no time of day: write YYYY-MM-DD")
    if isinstance(written, date):
        return written.isoformat()
    return str(written) if type(written) is int and 1000 <= written <= 9999 else written


def _real(written: str) -> str:
    try:
        date_value(written)
    except ValueError as error:
        raise ValueError(f"there is no date {written}: {error}") from None
    return written


def _whole_day(written: Any) -> Any:
    """Refuse what pydantic would take for seconds since 1970."""
    if isinstance(written, (bool, int, float, datetime)):
        raise ValueError("write the day of publication as YYYY-MM-DD, or null when it is not known")
    return written


class GoldRecord(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False
    )


Text = Annotated[str, Field(pattern=r"\S")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
With = Annotated[tuple[Text, ...], Field(alias="with")]


class Number(GoldRecord):
    """A count or a measure."""

    amount: float
    """Written out: 4200000000, not 4.2 billion."""
    unit: Text
    """What is counted, or the unit of measure: people, votes, miles."""


class Money(GoldRecord):
    """A sum of money."""

    amount: float
    """Written out: 4200000000, not 4.2 billion."""
    currency: Annotated[str, Field(pattern=r"^([A-Z]{3}|\$|€|£|¥)$")]
    """ISO 4217, such as USD; or a sign alone, when the article does not say whose dollars."""


class Said(GoldRecord):
    """Words that must stand in quotation marks."""

    text: Text
    """Word for word, without the quotation marks."""
    speaker: Text | None = None
    """Who said it, by the fullest name the article gives; absent when it does not matter."""


class Value(GoldRecord):
    """What a statement turns on: exactly one of these."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    date: (
        Annotated[
            str,
            Field(pattern=_DATE_PATTERN),
            BeforeValidator(_as_text),
            AfterValidator(_real),
        ]
        | None
    ) = None
    """YYYY, YYYY-MM or YYYY-MM-DD; --MM-DD or --MM where the article leaves the year open."""
    number: Number | None = None
    """A count or a measure, with what it counts or its unit."""
    money: Money | None = None
    """A sum of money, with its currency."""
    percent: float | None = None
    """58 for 58%, and 25 for a quarter."""
    name: Text | None = None
    """A person, an organisation or a place."""
    quote: Said | None = None
    """Words in quotation marks, and who said them."""

    @model_validator(mode="after")
    def _exactly_one(self) -> "Value":
        given = self.model_dump(exclude_none=True)
        if len(given) != 1:
            kinds = ", ".join(type(self).model_fields)
            raise ValueError(f"a value is exactly one of {kinds}; this has {len(given)}")
        return self

    def as_date(self) -> DateValue | None:
        """Return the date as far as it is known, or None when the value is no date."""
        return None if self.date is None else date_value(self.date)


class GoldFact(GoldRecord):
    """Something a good summary of the article states."""

    id: Slug
    """Short, lower case, with hyphens; what reports call the fact."""
    states: Text
    """One whole sentence that is true or false by itself, dates written out."""
    quote: Text
    """The words of the article that prove it, verbatim."""
    value: Value | None = None
    """What the statement turns on; absent when it turns on no single value."""
    with_: With = ()
    """Words (or beginnings of words), one of which must stand with the value for it to count."""
    weight: Literal["must", "may"] = "may"
    """must: a summary without it is not good. may: good to have."""


class Trap(GoldRecord):
    """Something wrong that a bad summary may state."""

    id: Slug
    """Short, lower case, with hyphens; no fact may have the same."""
    states: Text
    """The wrong statement, as a bad summary would put it."""
    breaks: str | None = None
    """The id of the fact it contradicts; None when it contradicts none."""
    value: Value | None = None
    """The wrong value; absent when the error is in the words (roles swapped, a hedge lost)."""
    with_: With = ()
    """Words (or beginnings of words), one of which must stand with the value for it to count."""
    why: str | None = None
    """What makes it wrong, for whoever reads the report."""


class Gold(GoldRecord):
    """One gold file."""

    article: Text
    """The article's path, relative to the gold file."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-fA-F]{64}$"), AfterValidator(str.lower)]
    """Of the article's bytes, in hexadecimal digits."""
    published: Annotated[date | None, BeforeValidator(_whole_day)] = None
    """The day of publication; null when it is not known."""
    facts: tuple[GoldFact, ...]
    """At least 15, spread over the whole article; 5 to 8 of them must."""
    traps: tuple[Trap, ...] = ()
    """At least 8: near misses, swapped roles, lost hedges, boilerplate."""
    reference: str | None = None
    """The editor's own good summary."""
