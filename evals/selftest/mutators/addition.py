"""Plant general knowledge that the article does not have."""

from collections.abc import Iterator
from random import Random
from typing import Final

from evals.selftest.parts.additions import appended
from evals.selftest.variant import Good, Variant, shuffled

# True, and what a model may know; each goes with a word that an article may have.
_KNOWLEDGE: Final = (
    (
        "China",
        "China is the world's second-largest economy and shares land borders with 14 states.",
    ),
    ("China", "Beijing hosted the Summer Olympic Games in 2008."),
    (
        "Korea",
        "The Korean peninsula was divided along the 38th parallel at the end of World War Two.",
    ),
    ("Korea", "Kim Jong-un succeeded his father Kim Jong-il as leader after his death."),
    (
        "United Nations",
        "The United Nations was founded in San Francisco and has 193 member countries.",
    ),
    ("Canada", "Canada is the second-largest country by area and has ten provinces."),
    ("Ottawa", "Ottawa was chosen as the capital by Queen Victoria."),
    ("Hong Kong", "Hong Kong was a British colony until its handover to China in 1997."),
    ("New Zealand", "New Zealand was the first self-governing nation to give women the vote."),
    (
        "Mecca",
        "Non-Muslims are barred from entering Mecca, the birthplace of the Prophet Muhammad.",
    ),
    ("Saudi", "Saudi Arabia is among the largest exporters of crude oil."),
    ("Taiwan", "Taiwan produces most of the most advanced semiconductors."),
    ("Italy", "Italy became a republic after a referendum held in 1946."),
    ("Afghan", "Kabul fell to the Taliban in August 2021 after foreign troops withdrew."),
    ("Washington", "Washington was named after the first president, a planter from Virginia."),
    ("Texas", "Texas is the second-largest state and was once an independent republic."),
    ("Scientology", "Scientology was founded by the science-fiction author L. Ron Hubbard."),
    ("Google", "Google was started by two doctoral students in a garage in Menlo Park."),
    ("Toronto", "Toronto is home to the CN Tower, long the tallest free-standing structure."),
    ("YouTube", "YouTube was bought by Google for 1.65 billion dollars in shares."),
    ("London", "London was largely rebuilt after the Great Fire of 1666."),
    ("England", "England won the football World Cup for the only time in 1966."),
    ("Manchester", "Manchester was a centre of the cotton trade during the Industrial Revolution."),
    ("Liverpool", "Liverpool was the home of the Beatles and has two cathedrals."),
    ("Russia", "Russia spans eleven time zones and borders more countries than most."),
    ("France", "France abolished the death penalty in 1981."),
    ("Germany", "Germany was reunified less than a year after the Berlin Wall was opened."),
    ("India", "India became independent of British rule in August 1947."),
    ("Australia", "Australia is the largest country without a land border."),
    ("California", "California was the thirty-first state to join the Union, during a gold rush."),
    ("Florida", "Florida was bought from Spain in the nineteenth century."),
    ("New York", "New York was first settled by the Dutch, who called it New Amsterdam."),
    ("Obama", "Barack Obama was born in Hawaii and taught constitutional law in Chicago."),
    ("Apple", "Apple was founded by Steve Jobs and Steve Wozniak in a garage."),
    ("Facebook", "Facebook began as a directory for students at Harvard."),
    ("court", "Trial by jury came to England in the Middle Ages."),
    ("hospital", "Antibiotics made surgery far safer in the middle of the twentieth century."),
    ("League", "Substitutes were first allowed in English league football in 1965."),
    ("police", "Police forces in many countries were set up during the nineteenth century."),
    ("school", "Compulsory schooling was first introduced in Prussia under Frederick the Great."),
    ("China", "China built the Great Wall over many centuries against raids from the steppe."),
    ("Korea", "An armistice rather than a peace treaty halted the fighting there in 1953."),
    ("Korea", "South Korea is among the leading builders of ships and memory chips."),
    ("United Nations", "Any of the five permanent members can veto a resolution."),
    ("nuclear", "Nuclear fission was discovered in a Berlin laboratory shortly before the war."),
    ("missile", "Ballistic missiles were first used in war by Germany against London."),
    ("embassy", "Diplomatic immunity was laid down in a convention signed in Vienna."),
    ("election", "Voting is compulsory in some democracies, among them Belgium."),
    ("parliament", "The Icelandic Althing is often called the oldest surviving parliament."),
    ("Twitter", "Twitter once limited every post to 140 characters."),
    ("Internet", "The World Wide Web was invented by a British physicist at a Swiss laboratory."),
    ("hackers", "The first computer worm to spread widely was written by a graduate student."),
    ("tax", "Income tax was introduced in Britain to pay for the war against Napoleon."),
    ("Catholic", "The Vatican is the smallest sovereign state and issues its own stamps."),
    ("Hajj", "Every able Muslim is expected to make the pilgrimage once in a lifetime."),
    ("festival", "Carnival is celebrated in many Catholic regions on the eve of Lent."),
    ("flag", "The oldest national flag still in use is said to be that of Denmark."),
    ("robot", "The word robot comes from a Czech play of the nineteen-twenties."),
    ("bomb", "Dynamite was patented by the Swedish chemist who founded a famous prize."),
    ("visa", "Passports became common in Europe only during the First World War."),
    ("comic", "The first issue in which Superman appeared has fetched millions at auction."),
    ("student", "The University of Bologna is often called the oldest in the world."),
    ("fire", "Saint Florian is the patron of firefighters in Central Europe."),
    ("ship", "The Suez Canal shortened the sea route between Europe and Asia."),
    (
        "minister",
        "Cabinet ministers in many parliamentary systems remain members of the legislature.",
    ),
)


def addition(good: Good, chance: Random) -> Iterator[Variant]:
    """Add a statement from general knowledge about something the article names."""
    if good.origin == "fact":  # the article's summaries show the same
        return
    known = [text for word, text in _KNOWLEDGE if word in good.article.text]
    yield from appended(good, shuffled(known, chance), "from general knowledge")
