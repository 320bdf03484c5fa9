"""How tests are dealt to the workers."""

from pathlib import Path

import pytest

from tests import dealing

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("path", [*dealing.TOGETHER, *dealing.ONE_BY_ONE])
def test_what_is_dealt_apart_is_there(path):
    assert (ROOT / path).exists()


def test_what_shares_something_is_dealt_first_and_together_the_rest_by_file():
    browser = "tests/browser/test_summary.py::test_one"
    assert dealing.share(browser) == dealing.share("tests/browser/test_untrusted.py::test_two")
    slow, quick = "tests/cli/test_many.py::test_three", "tests/check/test_roles.py::test_four"
    assert dealing.rank(browser) < dealing.rank(slow) < dealing.rank(quick)
    assert dealing.share(slow) == slow
    assert dealing.share(quick) == "tests/check/test_roles.py"
