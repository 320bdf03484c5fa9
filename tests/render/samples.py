"""Summaries to render: of both seed articles with true offsets, a hostile one and an empty one."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from summarize.summary import (
    ArticleRecord,
    CheckResult,
    DateMention,
    ErrorRecord,
    Evidence,
    Failure,
    MadeBy,
    Name,
    NumberMention,
    Quote,
    Rejected,
    Statement,
    Summary,
    SummaryWarning,
    UsageRecord,
)

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PASSED = [
    CheckResult(check=name, status="passed")
    for name in ("quotes", "numbers", "dates", "names", "hedges", "boilerplate", "safety")
]


def seed(name: str) -> str:
    return next(SEEDS.glob(f"{name}*.txt")).read_bytes().decode("utf-8")


class Cites:
    """Makes evidence by finding words in an article."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, *quoted: str) -> list[Evidence]:
        return [self._find(words) for words in quoted]

    def _find(self, words: str) -> Evidence:
        first, _, last = words.partition(" ... ")
        start = self.text.index(first)
        end = self.text.index(last, start) + len(last) if last else start + len(first)
        number = 1 + self.text.count(".", 0, start)
        return Evidence(start=start, end=end, text=self.text[start:end], sentence=number)


def article(name: str, text: str, published: date | None) -> ArticleRecord:
    digest = sha256(text.encode()).hexdigest()
    title = text.splitlines()[0]
    return ArticleRecord(
        id=name, sha256=digest, source=f"seeds/{name}.txt", title=title, published=published
    )


def made(seconds: float = 27.13, *, cached: bool = False) -> MadeBy:
    return MadeBy(
        version="0.1.0",
        model="local/qwen2.5-coder-1.5b",
        prompt="brief",
        prompt_sha256="4be1c2d3" + "0" * 56,
        usage=UsageRecord(calls=7, prompt_tokens=3120, completion_tokens=412, repaired=1),
        seconds=seconds,
        cost_usd=None,
        cached=cached,
    )


def xi_writes() -> Summary:
    """Of the first seed: with a rejected statement, two warnings and values told in key points."""
    text = seed("000")
    cite = Cites(text)
    rare = cite("Chinese president Xi Jinping has sent ... for more than a year.")
    answer = cite("Mr Xi’s message, dated Wednesday ... ruling party.")
    polite = cite("Mr Xi had responded “out of politeness,” she said.")
    briefing = cite("Chinese foreign ministry spokeswoman ... many others received.")
    last = cite("The last time KCNA reported a message from Mr Xi was in July 2016.")
    yang = cite("“The fact that both sides are swiftly ... Yang told AFP.")
    test = cite("But Beijing has grown increasingly ... nuclear test in September.")
    sour = cite("The note signalled a possible ... economic benefactor.")
    kcna = "North Korea's news agency KCNA last reported a message from Xi in July 2016."
    doubt = CheckResult(check="names", status="cannot-judge", reason="“ruling party” has no name")

    def say(words: str, evidence: list[Evidence], *more: CheckResult) -> Statement:
        return Statement(statement=words, evidence=evidence, checks=[*PASSED, *more])

    return Summary(
        article=article("000_32944c5d53887f74", text, date(2017, 11, 2)),
        headline=say("Xi sends Kim a rare message “out of politeness”", [*rare, *polite]),
        abstract=[
            say(
                "Chinese President Xi Jinping has answered North Korean leader Kim Jong-un's "
                "congratulations, in his first public communication with him for more than a year.",
                [*rare, *answer],
            ),
            say("An analyst in Seoul says both sides are willing to improve relations.", yang),
        ],
        key_points=[
            say(
                "Xi sent the message in response to Kim's congratulations on his second term as "
                "head of China's ruling party.",
                answer,
                doubt,
            ),
            say(kcna, last),
            say("Hua Chunying said Xi had responded out of politeness.", [*briefing, *polite]),
            say(
                "The note signalled a possible improvement in a relationship soured by "
                "Pyongyang's growing weapons ambitions.",
                sour,
            ),
        ],
        quotes=[
            Quote(
                text="out of politeness,",
                speaker="Hua Chunying",
                evidence=cite("out of politeness,” she said"),
                checks=PASSED,
            ),
            Quote(
                text="The fact that both sides are swiftly trading letters and announcing it "
                "carries a symbolic meaning,",
                speaker="Yang Moo-jin",
                evidence=yang,
                checks=PASSED,
            ),
        ],
        dates=[
            DateMention(
                as_written="July 2016", iso="2016-07", event=kcna, evidence=last, checks=PASSED
            ),
            DateMention(
                as_written="Wednesday",
                iso="2017-11-01",
                event="date of Xi's message",
                evidence=answer,
                checks=PASSED,
            ),
            DateMention(
                as_written="September",
                iso="2017-09",
                event="North Korea's sixth nuclear test",
                evidence=test,
                checks=PASSED,
            ),
        ],
        numbers=[
            NumberMention(
                as_written="sixth",
                value=6,
                unit=None,
                what="nuclear test by North Korea",
                evidence=test,
                checks=PASSED,
            ),
        ],
        names=[
            Name(name=name, kind=kind, evidence=cite(where), checks=PASSED)
            for name, kind, where in (
                ("Xi Jinping", "person", "Xi Jinping has sent"),
                ("Kim Jong-un", "person", "Kim Jong-un a rare"),
                ("Hua Chunying", "person", "Hua Chunying"),
                ("Mao Zedong", "person", "Mao Zedong"),
                ("Yang Moo-jin", "person", "Yang Moo-jin"),
                ("KCNA", "organisation", "KCNA"),
                ("United Nations", "organisation", "United Nations"),
                ("AFP", "organisation", "AFP"),
            )
        ],
        rejected=[
            Rejected(
                field="key_points",
                statement="China sent 10,000 volunteers to the Korean War in 1953.",
                reasons=[
                    "numbers: 10,000 is not in the evidence, which says “millions”",
                    "dates: 1953 is not in the article",
                ],
                evidence=cite("Their relationship was forged ... to a standstill."),
                repaired_from="China sent thousands to the Korean War.",
            ),
        ],
        warnings=[
            SummaryWarning(code="language", message="Two names could not be read as words."),
            SummaryWarning(code="hidden-text", message="The article holds 2 invisible characters."),
        ],
        made_by=made(),
    )


def kim_congratulates() -> Summary:
    """Of the second seed: published date unknown, nothing rejected."""
    text = seed("002")
    cite = Cites(text)
    elected = cite("On Wednesday, 25 October, Xi was elected ... another five-year term.")
    first = cite("This also marks the first time ... since February.")
    sent = cite("North Korean leader Kim Jong-un has sent ... its crucial allies.")
    again = "Xi was elected again as general secretary on 25 October, for another five years."

    def say(words: str, evidence: list[Evidence]) -> Statement:
        return Statement(statement=words, evidence=evidence, checks=PASSED)

    return Summary(
        article=article("002_baab62ac1eec0fa3", text, None),
        headline=say("Kim Jong-un congratulates Xi on his re-election", sent),
        abstract=[],
        key_points=[
            say("Kim Jong-un has sent Xi Jinping a congratulatory message.", sent),
            say(again, elected),
            say("Xi was mentioned in North Korean state media first since February.", first),
        ],
        quotes=[],
        dates=[
            DateMention(
                as_written="Wednesday, 25 October",
                iso=None,
                event=again,
                evidence=elected,
                checks=PASSED,
            )
        ],
        numbers=[],
        names=[],
        rejected=[],
        warnings=[],
        made_by=made(0.0, cached=True),
        reviewed_by="A. Editor",
    )


HOSTILE_TEXT = (
    'Title <img src=x onerror="alert(1)">\n\n'
    "First <script>alert('hacked')</script> and {{ 7 * 7 }} and {% raw %} here.\n\n"
    "Escape \x1b[2J\x1b]0;owned\x07 and \u009b31m red, then \u202egnp.exe\u202c end.\n\n"
    "![x](http://evil.example/a.png) and [link](javascript:alert(1)) and www.evil.example\n\n"
    f"{'A' * 300} 漢字仮名交じり文はとても長くて、空白がないのに折り返されるべきである。"
    "漢字仮名交じり文はとても長くて、空白がないのに折り返されるべきである。\n\n"
    "</script><script>alert(2)</script><!-- <!--\n"
)


def hostile() -> Summary:
    """Everything an article or a model could try, in every field."""
    text = HOSTILE_TEXT
    lines = [line for line in text.split("\n") if line]
    cites = []
    for number, line in enumerate(lines, 1):
        start = text.index(line)
        words = Evidence(start=start, end=start + len(line), text=line, sentence=number)
        cites.append(words)
    bad = CheckResult(
        check="<b>x</b>", status="cannot-judge", reason="\x1b[31m</p><script>a()</script>"
    )
    return Summary(
        article=ArticleRecord(
            id="<script>id</script>",
            sha256="0" * 64,
            source="\x1b[1mjavascript:alert(1)",
            title="</title><script>alert(3)</script>",
            published=None,
        ),
        headline=None,
        abstract=[],
        key_points=[
            Statement(statement=line, evidence=[words], checks=[bad])
            for line, words in zip(lines, cites, strict=True)
        ],
        quotes=[Quote(text=lines[1], speaker=lines[3], evidence=[cites[1]], checks=[])],
        dates=[
            DateMention(as_written='"><script>', iso='"><script>', event="", evidence=[], checks=[])
        ],
        numbers=[
            NumberMention(
                as_written="1) <i>", value=1, unit="<u>", what=lines[2], evidence=[], checks=[]
            )
        ],
        names=[Name(name=lines[3], kind="person", evidence=[cites[3]], checks=[])],
        rejected=[
            Rejected(
                field="abstract",
                statement=lines[1],
                reasons=lines,
                evidence=cites[:2],
                repaired_from=lines[4],
            )
        ],
        warnings=[SummaryWarning(code="<x>", message=lines[3])],
        made_by=made(),
        reviewed_by="<script>alert(4)</script>",
    )


def empty() -> Summary:
    """Nothing was published: every list is empty and there is no headline."""
    blank = {
        field: []
        for field in ("abstract key_points quotes dates numbers names rejected warnings".split())
    }
    return Summary(
        article=ArticleRecord(id="empty", sha256="0" * 64, source="-", title=None, published=None),
        headline=None,
        made_by=made(),
        **blank,
    )


def failure() -> Failure:
    return Failure(
        source="seeds/<b>\x1b[31m.txt",
        error=ErrorRecord(
            kind="DraftError",
            message="the answer is not JSON: use a larger model",
            exit_code=4,
            answer="/tmp/answers/1.txt",
        ),
    )
