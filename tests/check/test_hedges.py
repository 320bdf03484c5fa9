import pytest

from summarize.check.hedges import hedges
from tests.check.articles import COURT, claim


def verdict(evidence, statement):
    return hedges(claim(evidence, statement))


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "She allegedly stole two paintings.", "She stole two paintings.", id="allegedly"
        ),
        pytest.param(
            "The alleged fraud cost the bank millions.",
            "The fraud cost the bank millions.",
            id="alleged",
        ),
        pytest.param(
            "The museum may reopen in spring.", "The museum reopened in spring.", id="may"
        ),
        pytest.param(
            "The blast might have killed nine people.",
            "The blast killed nine people.",
            id="might have",
        ),
        pytest.param(
            "The police found papers that might be relevant to the investigation of the fraud.",
            "The police found papers relevant to the investigation of the fraud.",
            id="might, before another word that leaves open",
        ),
        pytest.param("The army could attack the city.", "The army attacked the city.", id="could"),
        pytest.param(
            "The council may close the pool in June.",
            "The council will close the pool in June.",
            id="may made will",
        ),
        pytest.param(
            "The union said the strike might last three weeks.",
            "The strike will last three weeks, the union said.",
            id="might made will",
        ),
        pytest.param(
            "He could be charged with fraud.",
            "He will be charged with fraud.",
            id="could be charged",
        ),
        pytest.param(
            "Two officers may be charged with theft.",
            "Two officers were charged with theft.",
            id="may, of a verb that accuses",
        ),
        pytest.param(
            "The firm plans to sell the factory.", "The firm sold the factory.", id="plans to"
        ),
        pytest.param(
            "He is expected to sign the treaty.", "He signed the treaty.", id="expected to"
        ),
        pytest.param("He tried to sell the company.", "He sold the company.", id="tried to"),
        pytest.param(
            "They have been trying to sell the company.", "They sold the company.", id="trying to"
        ),
        pytest.param(
            "Lopez accused the museum of mistreating its staff.",
            "The museum mistreated its staff.",
            id="accused",
        ),
        pytest.param(
            "He claims the government hid the report.",
            "The government hid the report.",
            id="claims",
        ),
        pytest.param(
            "She believes the ship carried illegal weapons.",
            "The ship carried illegal weapons.",
            id="believes",
        ),
        pytest.param("Police issued a warrant for his arrest.", "He was arrested.", id="warrant"),
        pytest.param("He was charged with murder.", "He was convicted of murder.", id="charged"),
        pytest.param(
            "The suspected gunman fled the scene.", "The gunman fled the scene.", id="suspected"
        ),
        pytest.param(
            "The ministry reportedly bought the island.",
            "The ministry bought the island.",
            id="reportedly",
        ),
    ],
)
def test_a_lost_hedge_fails(evidence, statement):
    assert verdict(evidence, statement).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        pytest.param(
            "The minister did not attend the meeting.",
            "The minister attended the meeting.",
            id="not",
        ),
        pytest.param("The firm didn’t sell the factory.", "The firm sold the factory.", id="n't"),
        pytest.param("No visitors were injured.", "Visitors were injured.", id="no"),
        pytest.param(
            "The law no longer applies to schools.", "The law applies to schools.", id="no longer"
        ),
        pytest.param("He never signed the treaty.", "He signed the treaty.", id="never"),
        pytest.param(
            "The minister attended the meeting.",
            "The minister did not attend the meeting.",
            id="added not",
        ),
        pytest.param(
            "The law applies to schools.",
            "The law no longer applies to schools.",
            id="added no longer",
        ),
        pytest.param(
            "The jury found him guilty of murder.",
            "The jury found him not guilty of murder.",
            id="not guilty",
        ),
        pytest.param(
            "The owner has not been named by police.",
            "The owner has been named by police.",
            id="passive",
        ),
    ],
)
def test_a_negation_gained_or_lost_fails(evidence, statement):
    assert verdict(evidence, statement).status == "failed"


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        ("She allegedly stole two paintings.", "She is accused of stealing two paintings."),
        ("She allegedly stole two paintings.", "Two paintings were stolen by her, police allege."),
        ("The museum may reopen in spring.", "The museum could reopen in spring."),
        ("The museum may reopen in spring.", "It is possible that the museum reopens in spring."),
        ("The council is to close the pool in June.", "The council will close the pool in June."),
        ("The ship may sail in May, and will carry grain.", "The ship will carry grain."),
        ("The bridge will open, though it may open late.", "The bridge will open."),
        ("The firm plans to sell the factory.", "The firm intends to sell the factory."),
        ("The firm plans to sell the factory.", "The firm is to sell the factory."),
        ("The firm plans to sell the factory.", "The firm will sell the factory."),
        ("In May 2015 the firm sold its factory.", "The firm sold its factory in May 2015."),
        (
            "Officials believe the attack, which killed 12 people, was planned.",
            "The attack killed 12 people.",
        ),
        ("He was arrested under a warrant in Leeds.", "He was arrested in Leeds."),
        ("He was convicted after being charged in May.", "He was convicted."),
        ("He refused to give details.", "He did not give details."),
        ("She denied that she stole it.", "She did not steal it, she said."),
        ("Not only did he win, he won twice.", "He won twice."),
        ("No fewer than nine people died.", "Nine people died."),
        ("Visas were denied to the team.", "The team was not given visas."),
        ("If they had not found him he would be dead.", "They found him."),
        ("The owner's name is yet to be revealed.", "The owner's name has not been revealed."),
        (
            "China has long been accused of failing to enforce sanctions.",
            "China has been accused of not enforcing sanctions.",
        ),
        (
            "Analysts are unsure if the note shows eagerness.",
            "Analysts do not know whether the note shows eagerness.",
        ),
        ("The talks failed, but the army did not attack.", "The talks failed."),
        ("He said the plan might work and signed the treaty.", "He signed the treaty."),
        ("They have not been charged.", "Nobody has been charged."),
        (
            "He was accused of biting a player but did not bite anyone.",
            "Accused of biting a player, he did not bite anyone.",
        ),
    ],
)
def test_a_statement_as_sure_as_its_evidence_passes(evidence, statement):
    assert verdict(evidence, statement).status == "passed", verdict(evidence, statement).reason


def test_every_sentence_passes_against_itself():
    for sentence in COURT.split(". "):
        assert verdict(COURT, sentence + ".").status == "passed", sentence


def test_the_reason_names_the_word_to_keep():
    assert "'allegedly'" in (
        verdict(COURT, "Maria Lopez stole two paintings from the City Museum.").reason or ""
    )


def test_a_quotation_is_left_to_the_quotes_check():
    assert hedges(claim(COURT, "stole two paintings", is_quote=True)).status == "passed"
