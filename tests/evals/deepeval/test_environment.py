"""DeepEval is quiet before it is imported, and what a user says to it still holds."""

import pytest

from evals.deepeval_bridge.environment import DEFAULTS, prepare


def test_what_sends_writes_and_asks_is_off_by_default() -> None:
    environment: dict[str, str] = {}
    prepare(environment)
    assert environment == DEFAULTS


def test_a_setting_of_the_user_stays() -> None:
    environment = {"DEEPEVAL_TELEMETRY_OPT_OUT": "0"}
    prepare(environment)
    assert environment["DEEPEVAL_TELEMETRY_OPT_OUT"] == "0"


def test_a_key_that_would_upload_articles_is_taken_out() -> None:
    environment = {"CONFIDENT_API_KEY": "secret"}
    prepare(environment)
    assert "CONFIDENT_API_KEY" not in environment


@pytest.mark.parametrize(
    ("name", "value", "stays"),
    [
        pytest.param("LOG_LEVEL", "debug", True, id="a level in lower case"),
        pytest.param("LOG_LEVEL", "10", True, id="a level as a number"),
        pytest.param("LOG_LEVEL", "", True, id="an empty level"),
        pytest.param("LOG_LEVEL", "trace", False, id="a level of other programs"),
        pytest.param("LOG_LEVEL", "1.5", False, id="a level that is no whole number"),
        pytest.param("TEMPERATURE", "0.7", True, id="a temperature"),
        pytest.param("TEMPERATURE", "none", True, id="no temperature"),
        pytest.param("TEMPERATURE", "21C", False, id="a temperature of the room"),
        pytest.param("TEMPERATURE", "21", False, id="a temperature above 2"),
        pytest.param("TEMPERATURE", "nan", False, id="not a number"),
    ],
)
def test_a_value_that_breaks_the_import_is_taken_out(name: str, value: str, stays: bool) -> None:
    environment = {name: value}
    prepare(environment)
    assert (name in environment) == stays
