"""What a statement loses of its evidence and is then more: a limit, a plan, a share."""

import pytest

from summarize.check.hedges import hedges
from summarize.check.names import names
from tests.check.articles import claim

MORE = [
    # a "first" or "largest" without its limit in time
    (
        "It was the first strike at the harbour since March.",
        "It was the first strike at the harbour.",
    ),
    (
        "The flood was the worst flood of the river for more than ten years.",
        "The flood was the worst flood of the river.",
    ),
    # a plan that is carried out
    (
        "The council intends to hold two public votes on the bridge.",
        "The council held two public votes to consider the bridge.",
    ),
    ("The bridge is to be closed in June by the council.", "The bridge was closed in June."),
    (
        "The mayor plans to meet union leaders in Leeds.",
        "The mayor managed to meet union leaders in Leeds.",
    ),
    (
        "The fair is set to take place in Leeds on May 16.",
        "The fair took place in Leeds on 16 May 2015.",
    ),
    (
        "The fair is scheduled to take place in Leeds.",
        "The fair is bound to take place in Leeds.",
    ),
    # a condition
    (
        "The council would close the swimming pool in Leeds if the grant ends.",
        "The council would close the swimming pool in Leeds.",
    ),
    # a share
    (
        "Several museums in Wales have suddenly started charging for maps.",
        "All the museums in Wales have started charging for maps.",
    ),
    (
        "The club was fined when one of its players pushed the referee.",
        "The club was fined when its only player pushed the referee.",
    ),
]
AS_MUCH = [
    (
        "It was the first strike at the harbour since March.",
        "It was the first strike at the harbour in months.",
    ),
    (
        "It was the first strike since March. It was the first strike of dockers ever.",
        "It was the first strike of dockers.",
    ),
    (
        "The council intends to hold two public votes on the bridge.",
        "The council will hold two public votes on the bridge.",
    ),
    ("The bridge is to be closed in June.", "The bridge is to be closed in June, it was told."),
    (
        "The mayor plans to sell the old library.",
        "To sell the old library was the plan of the mayor.",
    ),
    ("She was right to sell the house in Leeds.", "She sold the house in Leeds."),
    (
        "Several museums in Wales, across the whole country, started charging for maps.",
        "All the museums in Wales started charging for maps.",
    ),
]


@pytest.mark.parametrize(("evidence", "statement"), MORE)
def test_what_loses_it_fails(evidence, statement):
    assert hedges(claim(evidence, statement)).status == "failed"


@pytest.mark.parametrize(("evidence", "statement"), AS_MUCH)
def test_what_keeps_it_in_other_words_passes(evidence, statement):
    assert hedges(claim(evidence, statement)).status == "passed"


GUESTS = "Bo Wayne opened the fair in Leeds. Ann Lee, Mark Hall and Rita Wood were his guests."


def test_a_name_in_the_place_of_another_of_a_list_fails():
    found = names(claim(GUESTS, "Ann Lee, Mark Hall and Bo Wayne were guests.", "his guests"))

    assert found.status == "failed"
    assert "'Rita Wood'" in (found.reason or "")


@pytest.mark.parametrize(
    "statement",
    ["Mark Hall, Rita Wood and Ann Lee came.", "Ann Lee, Mark Hall and Wood were guests."],
)
def test_a_list_in_another_order_passes(statement):
    assert names(claim(GUESTS, statement, "his guests")).status == "passed"
