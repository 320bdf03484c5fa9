import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.values.names import find_names, same_name
from summarize.values.people import people_and_organisations
from summarize.values.span import Span


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "The vote was won by Leung Kwok-hung of LSD.",
            "Leung Kwok-hung",
            "person",
            id="romanised given name",
        ),
        pytest.param(
            "Emeritus Professor John Burrows spoke.",
            "John Burrows",
            "person",
            id="titles are left out",
        ),
        pytest.param(
            "The Union of Rationalist Atheists and Agnostics (UAAR) met.",
            "Union of Rationalist Atheists and Agnostics",
            "organisation",
            id="of and and",
        ),
        pytest.param(
            "It was the Church of Scientology.",
            "Church of Scientology",
            "organisation",
            id="head and of",
        ),
        pytest.param(
            "He told al-Ikhbariya television.", "al-Ikhbariya", "other", id="Arabic article"
        ),
        pytest.param(
            "General Suleiman al-Amr said so.", "Suleiman al-Amr", "person", id="Arabic surname"
        ),
        pytest.param(
            "Yesterday Mr. Toccafondi spoke.", "Toccafondi", "person", id="title with a full stop"
        ),
        pytest.param(
            "They asked ministry spokeswoman Hua Chunying.",
            "Hua Chunying",
            "person",
            id="role before",
        ),
        pytest.param(
            "The coach, Alireza Mehraban, left.",
            "Alireza Mehraban",
            "person",
            id="role before a comma",
        ),
        pytest.param("They met Ahmo Zadek, 14, at school.", "Ahmo Zadek", "person", id="age after"),
        pytest.param("It flew to New York from Seoul.", "New York", "place", id="listed place"),
        pytest.param(
            "The Korean People's Army fired.",
            "Korean People's Army",
            "organisation",
            id="possessive inside",
        ),
        pytest.param(
            "the Korean Central News Agency (KCNA) said",
            "KCNA",
            "organisation",
            id="acronym in brackets",
        ),
        pytest.param("It was Mecca's Grand Mosque.", "Mecca", "place", id="possessive ends a name"),
        pytest.param("US-led troops came.", "US", "place", id="compound"),
        pytest.param(
            "Minister of Education Stefania Giannini spoke.",
            "Stefania Giannini",
            "person",
            id="person after an office",
        ),
        pytest.param(
            "in the University of North\u00a0Korean Studies",
            "University of North Korean Studies",
            "organisation",
            id="no-break space",
        ),
        pytest.param(
            "American academic Marc Lamont Hill commented.",
            "Marc Lamont Hill",
            "person",
            id="surname that is also a place",
        ),
        pytest.param(
            "Nobody saw the Jamarat Bridge.", "Jamarat Bridge", "place", id="place by its last word"
        ),
    ],
)
def test_a_name_is_found_whole_with_its_kind(text, name, kind):
    assert (name, kind) in [(n.name, n.kind) for n in find_names(text)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Police arrested him.", "Police", id="common word opening a sentence"),
        pytest.param("But nobody came. However, it rained.", "However", id="adverb"),
        pytest.param("It ended on Tuesday in March.", "Tuesday", id="weekday"),
        pytest.param("It ended on Tuesday in March.", "March", id="month"),
        pytest.param("Yesterday President Obama left.", "President", id="title"),
        pytest.param(
            "Thousands March Through Streets To Protest Prices",
            "Streets",
            id="headline in title case",
        ),
        pytest.param("“All those hurt are safe,” he said.", "All", id="opening a quotation"),
    ],
)
def test_a_capital_alone_is_not_a_name(text, word):
    assert not any(word in n.name.split() for n in find_names(text))


def test_a_name_has_one_kind_throughout():
    names = find_names("Mr Zarqo left. Later Zarqo said no. Zarqo wept.")
    assert {(n.name, n.kind) for n in names} == {("Zarqo", "person")}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mr Xi", "Xi Jinping", True),
        ("President Xi Jinping", "Xi", True),
        ("Kim", "Kim Jong-un", True),
        ("Kim Jong Un", "Kim Jong-un", True),
        ("KIM JONG-UN's", "Kim Jong-un", True),
        ("Xi Jinping", "Kim Jong-un", False),
        ("Xi Jong-un", "Kim Jong-un", False),
        ("Xi Jong-un", "Xi Jinping", False),
        ("Kim Jong-il", "Kim Jong-un", False),
        ("KCNA", "Korean Central News Agency", True),
        ("UN", "United Nations", True),
        ("UN", "Kim Jong-un", False),
        ("J. Smith", "John Smith", True),
        ("J. Smith", "John Baker", False),
        ("Protected B", "Baird", False),
        ("Ministry of Defence", "Defence Ministry", True),
        ("Communist Party", "Communist Party of China", True),
        ("Interior Ministry", "Saudi Interior Ministry", True),
        ("Communist Party", "Labour Party", False),
        ("North Korea", "South Korea", False),
        ("Korea", "North Korea", True),
        ("", "Xi", False),
    ],
)
def test_names_are_told_apart(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_each_is_listed_once_under_the_fullest_name():
    text = (
        "Mr Xi spoke. The president, Xi Jinping, thanked Kim Jong-un. Xi left. "
        "The Korean Central News Agency (KCNA) reported it. KCNA added more."
    )
    listed = people_and_organisations(text)
    assert [(n.name, n.kind, n.mentions) for n in listed] == [
        ("Xi Jinping", "person", 3),
        ("Korean Central News Agency", "organisation", 3),
        ("Kim Jong-un", "person", 1),
    ]
    assert listed[0].span.of(text) == "Xi Jinping"
    assert listed[0].variants == ("Xi Jinping", "Xi")


def test_only_what_is_named_inside_the_given_spans_is_listed():
    text = "Mr Xi left. Mr Kim came."
    assert [n.name for n in people_and_organisations(text, (Span(0, 11),))] == ["Xi"]


def test_what_is_not_certain_is_left_out():
    assert people_and_organisations("Nobody knew what Zarqon Blue meant in Herat.") == ()


@given(st.text(alphabet="Ab Cd.,'’-\n“”&1", max_size=80))
def test_names_stand_where_they_say_in_order(text):
    names = find_names(text)
    assert [n.span for n in names] == sorted(n.span for n in names)
    assert all(n.span.of(text).replace("\u00a0", " ") == n.name for n in names)


@given(st.text(max_size=30), st.text(max_size=30))
@example("", "-")
def test_telling_names_apart_is_symmetrical(one, other):
    assert same_name(one, other) == same_name(other, one)
