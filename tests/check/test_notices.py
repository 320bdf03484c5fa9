"""A notice to readers is no statement; news of those who send such notices is one."""

import pytest

from summarize.check.boilerplate import boilerplate
from tests.check.articles import claim

BRIDGE = (
    "The mayor of Westford opened a bridge over the river on Monday. It cost 3 million euros and "
    "took two years to build, she said. Residents had asked for it since 2009."
)
FIRM = (
    "Orion Media launched a subscription app on Monday that gathers its newsletters and podcasts. "
    "Subscribers pay $5 a month and see no advertising, the company said. The regulator had banned "
    "tracking cookies on its website. “You can cancel at any time,” its chief told customers. A "
    "court ruled that one of its photos was protected by copyright. The company published a report "
    "on its readers, and an article in its magazine was later corrected."
)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("Sign up for the morning newsletter.", id="an order"),
        pytest.param("Share this story with friends.", id="a noun that orders"),
        pytest.param("For more bridges, visit the website.", id="an order behind its purpose"),
        pytest.param("Follow the newsroom on Facebook.", id="an order with a site"),
        pytest.param("Please keep the conversation civil.", id="please"),
        pytest.param("The best bridges are a click away from your sofa.", id="the reader"),
        pytest.param("Our reporters were at the bridge.", id="the house"),
        pytest.param("Got a picture of the bridge?", id="a question to the reader"),
        pytest.param("This article was updated on Tuesday.", id="on itself"),
        pytest.param("An earlier version of this story misnamed the river.", id="a correction"),
        pytest.param("Subscribers get unlimited access for a dollar a week.", id="a service"),
        pytest.param("Copyright 2016 Westford Herald.", id="rights"),
        pytest.param("The site uses cookies to improve the experience.", id="cookies"),
        pytest.param("Comments are moderated before they appear.", id="comments"),
        pytest.param("All rights reserved.", id="what articles end with"),
    ],
)
def test_a_notice_fails(statement: str):
    assert boilerplate(claim(BRIDGE, statement)).status == "failed"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("Orion's new app is free of adverts and costs $5 a month.", id="an app"),
        pytest.param("The newsletters are now in one subscription app.", id="newsletters"),
        pytest.param("The website may not use tracking cookies.", id="cookies"),
        pytest.param("One photo is under copyright, a court ruled.", id="copyright"),
        pytest.param("You can cancel whenever you like, the chief said.", id="the article's you"),
        pytest.param("“You can cancel at any time,” the chief said.", id="a quotation"),
        pytest.param("The article was corrected later.", id="an article in the news"),
        pytest.param("The report on readers was published by Orion.", id="a report"),
        pytest.param("Share of paying readers rises", id="a headline's noun"),
        pytest.param("Save the Children staff vote to strike", id="a name"),
        pytest.param("Visit by the chief is delayed", id="a headline's visit"),
    ],
)
def test_news_of_notices_passes(statement: str):
    result = boilerplate(claim(FIRM, statement))
    assert result.status == "passed", result.reason


def test_a_pronoun_passes_where_the_cited_sentence_has_the_like():
    text = "“We lost our home,” Ann Cole said. " + BRIDGE
    statement = "The family say we lost our home."
    assert boilerplate(claim(text, statement, "lost our home")).status == "passed"
    assert boilerplate(claim(text, statement, "since 2009")).status == "failed"


def test_what_all_people_share_is_nobodys_own():
    text = "Astronomers found a planet outside the solar system on Monday."
    statement = "A planet was found outside our solar system."
    assert boilerplate(claim(text, statement)).status == "passed"


def test_boilerplate_of_the_article_proves_no_service():
    text = BRIDGE + "\n\nREAD ALSO: Subscribe to the podcast\n"
    statement = "The podcast of the bridge has ten episodes."
    assert boilerplate(claim(text, statement, "since 2009")).status == "failed"
