from datetime import date

import pytest

from evals.gold.model import Value
from evals.gold.told import gives, is_readable, shown, tells


@pytest.mark.parametrize(
    ("words", "written", "told"),
    [
        ("on 25 October", "--10-25", True),
        ("on Oct. 25th", "--10-25", True),
        ("on 25 October", "--10", True),
        ("on 25 October", "--10-05", False),
        ("on 25 October 2017", "--10-25", True),
        ("on 25 October 2017", "2017-10", True),
        ("in October", "--10-25", False),
        ("in July 2016", "2016-07", True),
        ("in July 2016", "2016", True),
        ("in July 2016", "2017-07", False),
        ("since February", "--02", True),
        ("yesterday", "2015-08-20", True),
        pytest.param("last week", "2015-08", True, id="all of the week is in August"),
        pytest.param("last week", "2015-08-10", False, id="a week is none of its days"),
        pytest.param("in the 1990s", "1990", False, id="a decade is none of its years"),
        pytest.param("on Thursday", "--10-25", False, id="a weekday is no date"),
        pytest.param("a few days ago", "2015", False, id="unknown"),
    ],
)
def test_words_tell_a_date_as_far_as_it_is_known(words: str, written: str, *, told: bool) -> None:
    value = Value(date=written)
    assert tells(f"It was {words}.", value, published=date(2015, 8, 21)) == told


@pytest.mark.parametrize(
    ("stated", "other", "given"),
    [
        ({"date": "2016-07"}, {"date": "2016"}, True),
        ({"date": "2016"}, {"date": "2016-07"}, False),
        ({"date": "2017-10-25"}, {"date": "--10-25"}, True),
        ({"date": "--10-25"}, {"date": "2017-10-25"}, False),
        ({"name": "Lee Cheuk-yan"}, {"name": "Lee"}, True),
        ({"name": "Lee Cheuk-yan"}, {"name": "Leung"}, False),
        ({"quote": {"text": "waited long enough"}}, {"quote": {"text": "long enough"}}, True),
        ({"quote": {"text": "long enough"}}, {"quote": {"text": "waited long enough"}}, False),
        (
            {"quote": {"text": "no", "speaker": "Ann Lee"}},
            {"quote": {"text": "no", "speaker": "Tom Roe"}},
            False,
        ),
        ({"percent": 25}, {"percent": 25}, True),
        ({"percent": 25}, {"number": {"amount": 25, "unit": "seats"}}, False),
        (
            {"money": {"amount": 5, "currency": "$"}},
            {"money": {"amount": 5, "currency": "USD"}},
            True,
        ),
        (
            {"money": {"amount": 5, "currency": "$"}},
            {"money": {"amount": 5, "currency": "NZD"}},
            False,
        ),
        ({"date": "2016"}, {"number": {"amount": 2016, "unit": "people"}}, False),
    ],
)
def test_whoever_states_a_value_states_what_is_in_it(
    stated: dict[str, object], other: dict[str, object], *, given: bool
) -> None:
    assert gives(Value.model_validate(stated), Value.model_validate(other)) == given


def test_a_sum_can_be_read_in_known_currencies_only() -> None:
    known = Value.model_validate({"money": {"amount": 5, "currency": "ZAR"}})
    assert is_readable(known)
    assert tells("It cost 5 rand.", known, published=None)
    assert not is_readable(Value.model_validate({"money": {"amount": 5, "currency": "XQX"}}))
    assert is_readable(Value(percent=5))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"date": "--10-25"}, "date --10-25"),
        ({"percent": 25}, "percent 25"),
        ({"money": {"amount": 4200000, "currency": "USD"}}, "money 4200000 USD"),
        ({"quote": {"text": "no", "speaker": "Ann Lee"}}, "quote no Ann Lee"),
    ],
)
def test_a_value_is_shown_in_words(value: dict[str, object], words: str) -> None:
    assert shown(Value.model_validate(value)) == words
