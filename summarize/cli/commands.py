"""The commands and their options. What they do is imported when they do it."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from summarize.cli.default import DEFAULT
from summarize.cli.group import ArticlesOrCommand
from summarize.cli.kept_options import kept_options
from summarize.version import VERSION

FORMATS = ("text", "md", "json", "jsonl", "html")


def _published(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    del ctx, param
    return value.date() if value else None


@click.group(cls=ArticlesOrCommand, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="summarize")
def root() -> None:
    """Summarize news articles; every statement points at the words that prove it."""


@root.command(DEFAULT, hidden=True, options_metavar="[OPTIONS]")
@click.argument("paths", nargs=-1, metavar="ARTICLE...")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="What to print.  [default: what the ending of -o says, else text]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write into this folder (or to a file, by its ending) instead of stdout.",
)
@click.option(
    "-p",
    "--prompt",
    "prompt",
    default="brief",
    show_default=True,
    help="A prompt's name, or the path of one.",
)
@click.option(
    "--prompts", type=click.Path(path_type=Path), help="Look for prompts in this folder first."
)
@click.option("-m", "--model", help="provider/name, such as openai/NAME, local/PATH.gguf or lead.")
@click.option(
    "--base-url", metavar="URL", help="Address of an OpenAI-compatible server, with --model NAME."
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_published,
    help="Day of publication, where the article does not give it.",
)
@click.option(
    "--files-from",
    type=click.File("r", encoding="utf-8"),
    metavar="FILE",
    help="Read further articles' paths from FILE, one a line; - is stdin.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 1000),
    default=4,
    show_default=True,
    help="Calls at once.",
)
@click.option(
    "--support",
    is_flag=True,
    help="Have a judge look at each statement too, whatever the prompt says: one question each, "
    "with the embedded model half as much time again.",
)
@click.option(
    "--judge",
    metavar="MODEL",
    help="Who judges; turns --support on. Any but the default, for which it is fitted, rejects "
    "nothing.  [default: as the prompt says, else local/qwen2.5-coder-1.5b]",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Exit 1 when any statement was rejected, or a judge was asked in vain.",
)
@click.option(
    "--dry-run", is_flag=True, help="Print the exact requests and their token counts; ask nothing."
)
@kept_options
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help="For one attempt at one answer.",
)
@click.option(
    "--context",
    type=click.IntRange(min=512),
    metavar="TOKENS",
    help="How much the model can read at once, where that is not known.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress on stderr; errors only.")
@click.help_option("-h", "--help")
@click.version_option(VERSION, prog_name="summarize")
def articles(**options: Any) -> int:
    """Summarize ARTICLEs: text, Markdown or HTML files, folders, globs, URLs, or - for stdin.

    \b
    summarize article.txt                     a summary with footnoted evidence
    summarize news/*.txt -f jsonl -o out/     many: one record each as it is ready
    cat page.html | summarize - -f json       formats: text, md, json, jsonl, html
    summarize article.txt --dry-run           the exact request and its length

    The model is openai's when OPENAI_API_KEY is set, else one that runs in this process.
    Exit codes: 0 good, 1 not good enough for --strict, 2 bad input or usage, 3 the model failed,
    4 the model's answer cannot be used.
    """
    from summarize.fork import MANY, warm_up

    if _asks_a_server(options) and len(options["paths"]) >= MANY:
        # Of these a batch of several processes is made; listed in a file, it starts a bit later.
        warm_up()
    from summarize.cli.articles import Options, run

    return run(Options(**options))


def _asks_a_server(options: Mapping[str, Any]) -> bool:
    is_remote = options["base_url"] or (options["model"] or "").startswith("openai/")
    return bool(is_remote) and not options["dry_run"]


@root.command("prompts")
@click.option("--prompts", type=click.Path(path_type=Path), help="Look in this folder first.")
def prompts_command(prompts: Path | None) -> int:
    """List the prompts there are. Exits 2 when one of them has a fault."""
    from summarize.errors import PromptError
    from summarize.prompt import available, load_prompt

    code = 0
    for name, path in available(prompts).items():
        try:
            description = load_prompt(str(path), prompts).front.description
        except PromptError as error:
            code = error.exit_code
            click.echo(f"summarize: {error}", err=True)
            continue
        click.echo(f"{name:12}  {description}")
        click.echo(f"{'':12}  {path}")
    return code


@root.command("models")
def models_command() -> None:
    """List the models there are, and what each still needs."""
    from summarize.models.providers import list_models

    for model in list_models():
        mark = "*" if model.default else " "
        click.echo(f"{mark} {model.name:28} {model.what}")
        if model.missing:
            click.echo(f"  {'':28} needs: {model.missing}")
    click.echo("* is asked when --model is not given")


@root.command("doctor")
def doctor_command() -> int:
    """Check what is installed and works. Exits 2 when something is broken."""
    from summarize.cli.progress import Progress
    from summarize.models.diagnosis import diagnose

    with Progress(quiet=False) as progress:
        findings = diagnose(tell=progress.tell)
    marks = {True: "ok", False: "broken", None: "-"}
    for finding in findings:
        click.echo(f"{marks[finding.good]:7} {finding.what:16} {finding.detail}")
    return 2 if any(finding.good is False for finding in findings) else 0


@root.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a summary."""
    from summarize.render import schema_text

    click.echo(schema_text(), nl=False)
