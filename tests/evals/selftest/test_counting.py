"""What counts as noticed, what is left out, and what counts once."""

from dataclasses import replace

import pytest

from evals.selftest import run
from evals.selftest.caught import noticed
from evals.selftest.mutators import MUTATORS, Mutator
from evals.selftest.run import self_test
from evals.selftest.variant import FACTS, SUMMARIES, Variant, changed, several
from tests.evals.selftest.made import STATEMENTS, gold, good

# The article says that 12 were treated: a check alarms at each of these as it stands.
WRONG = "About 80 people were taken off and 13 were treated in hospital after the grounding."
NAMELESS = "Norsea Lines, which Otto Brandt led, may sell two of its 14 ships."


def result_of(monkeypatch, *known, **plants):
    """Plant only these, each meant for the check that its name begins with."""
    mutators = {name: Mutator(plant, 0.9, (name[:-1],)) for name, plant in plants.items()}
    monkeypatch.setattr(run, "MUTATORS", mutators)
    monkeypatch.setattr(run, "REWRITES", {})
    return self_test(known).mutators


def put(old, new):
    """Return a change of some words wherever they stand."""

    def plant(good, _chance):
        for index, said in enumerate(good.said):
            if old in said.text:
                yield changed(good, index, said.text.replace(old, new), f"{old} became {new}")

    return plant


def test_a_second_fault_of_a_check_that_alarms_already_is_noticed():
    known = good(WRONG)
    (variant,) = put("80", "90")(known, None)
    assert noticed(known, variant).checks == ("numbers",)


def test_another_value_where_a_check_alarms_already_is_neither_noticed_nor_missed():
    known = good(WRONG)
    (variant,) = put("13", "14")(known, None)
    found = noticed(known, variant)
    assert found.checks == ()
    assert found.masked == {"numbers"}


def test_what_the_check_meant_for_it_cannot_see_is_left_out_of_the_count(monkeypatch):
    told = result_of(monkeypatch, good(WRONG), numbers1=put("13", "14"))["numbers1"].every
    assert (told.n, told.left_out) == (0, 1)


def test_an_alarm_of_another_check_does_not_excuse_what_is_missed(monkeypatch):
    # A name alarms before and after, and no check of quotations does.
    told = result_of(monkeypatch, good(NAMELESS), quotes1=put("may sell", "may well sell"))
    assert (told["quotes1"].every.n, told["quotes1"].every.left_out) == (1, 0)
    assert [one.what for one in told["quotes1"].shown] == ["may sell became may well sell"]


def test_what_only_other_checks_notice_is_told_apart(monkeypatch):
    known = good(STATEMENTS[3])
    told = result_of(monkeypatch, known, names1=put("80", "95"), numbers1=put("12", "15"))
    names, numbers = told["names1"].every, told["numbers1"].every
    assert (names.noticed, names.by_checks, names.meant) == (1, 1, 0)
    assert (numbers.noticed, numbers.by_checks, numbers.meant) == (1, 1, 1)


def test_the_same_words_of_an_article_count_once_and_with_the_first(monkeypatch):
    known = good(STATEMENTS[3])
    twin = replace(known, origin="human", name="ferry human 1")
    told = result_of(monkeypatch, known, twin, numbers1=put("80", "90"), numbers2=put("80", "90"))
    assert {o: c.n for o, c in told["numbers1"].by_origin.items()} == {"reference": 1, "human": 0}
    assert told["numbers1"].every.again == 1
    assert (told["numbers2"].every.n, told["numbers2"].every.again) == (0, 2)


def test_the_same_words_given_to_another_speaker_are_another_text(monkeypatch):
    known = good(STATEMENTS[1])

    def plant(one, _chance):
        for speaker in ("Ada Holm", "Ben Voss"):
            said = (replace(one.said[0], field="quotes", speaker=speaker),)
            yield Variant(said, (0,), speaker)

    assert result_of(monkeypatch, known, quotes1=plant)["quotes1"].every.n == 2


def test_roles_come_before_names_so_that_a_swap_of_both_counts_as_roles():
    order = list(MUTATORS)
    assert order.index("roles-swapped") < order.index("names-exchanged")


@pytest.mark.parametrize("name", MUTATORS)
def test_every_error_has_checks_that_are_meant_for_it_or_the_gold(name):
    assert MUTATORS[name].checks or name == "fact-dropped"


def test_counts_of_summaries_and_of_facts_stand_apart(monkeypatch):
    known = good(STATEMENTS[3])
    fact = replace(good(STATEMENTS[0]), origin="fact", gold=None, name="ferry fact fine")
    tally = result_of(monkeypatch, known, fact, numbers1=put("0", "7"))["numbers1"]
    assert (tally.of(SUMMARIES).n, tally.of(FACTS).n) == (1, 1)


def two_facts():
    """Return a summary of two sentences with a must-fact each."""
    facts = gold().model_dump(mode="json", by_alias=True)
    other = {
        "id": "ignored",
        "states": "The crew ignored three clear warnings.",
        "quote": '"ignored three clear warnings" in the fog',
        "value": {"quote": {"text": "ignored three clear warnings"}},
        "with": ["crew"],
        "weight": "must",
    }
    both = type(gold()).model_validate({**facts, "facts": [*facts["facts"], other]})
    return replace(good(*STATEMENTS[:2]), gold=both)


def test_a_dropped_fact_is_caught_only_when_it_is_itself_no_longer_stated():
    known = two_facts()
    without = several(known, {1: "Judge Anna Moir told Peter Quill of the fog."}, "took the other")
    assert noticed(known, without).gold == ("ignored",)
    assert not noticed(known, replace(without, facts=("fine",))).either
    assert not noticed(known, replace(without, facts=("fine", "ignored"))).either
    assert noticed(known, replace(without, facts=("ignored",))).gold == ("ignored",)


def test_a_dropped_fact_is_not_caught_by_what_is_wrong_with_the_rest():
    known = two_facts()
    worse = several(known, {1: "Otto Brandt told Peter Quill of the 99 warnings."}, "worse")
    assert noticed(known, worse).checks
    assert not noticed(known, replace(worse, facts=("fine",))).either


def test_a_text_without_two_facts_counts_once_and_needs_both_gone(monkeypatch):
    known = two_facts()

    def plant(one, _chance):
        for fact in ("fine", "ignored"):
            yield Variant(one.said[:1], (), f"dropped {fact}", (fact,))

    told = result_of(monkeypatch, known, gold1=plant)["gold1"]
    assert (told.every.n, told.every.noticed, told.every.again) == (1, 0, 1)
