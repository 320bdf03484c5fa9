"""`--dry-run`: what would be asked first, word for word, and how many tokens it has."""

from collections.abc import Sequence
from datetime import date

import click

from summarize.article import read
from summarize.models import Model
from summarize.models.lead import Lead
from summarize.pipeline.ask import Asker, Ledger
from summarize.pipeline.found import find_values
from summarize.pipeline.points import questions
from summarize.prompt import Prompt


def dry_run(
    sources: Sequence[str],
    prompt: Prompt,
    model: Model,
    judge: Model | None,
    *,
    published: date | None,
) -> int:
    """Print the requests for points on each source; those for headline and repair follow from them.

    Raises SummarizeError for a source that cannot be read.
    """
    if isinstance(model, Lead):
        click.echo("lead asks no model")
        return 0
    for source in sources:
        article = read(source, published=published)
        asked = questions(article, find_values(article), Asker(model, prompt, Ledger()))
        if not asked:
            click.echo(f"# {source}: no request: its sentences are as short as points should be\n")
        for index, question in enumerate(asked, start=1):
            request = question.request
            tokens = sum(model.count_tokens(m.content) for m in request.messages)
            click.echo(
                f"# {source}: request {index} of {len(asked)} to {request.model}, "
                f"prompt {prompt.name}: {tokens} tokens, and at most {request.max_tokens} in answer"
            )
            for message in request.messages:
                click.echo(f"## {message.role}\n{message.content}")
            click.echo(f"## schema\n{_json(request.schema)}\n")
    click.echo(
        "# The headline is asked for from the points that pass; what fails is asked for once more."
    )
    if judge is not None:
        click.echo(f"# Of each statement that passes, {judge.name} is asked whether it is so.")
    return 0


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
