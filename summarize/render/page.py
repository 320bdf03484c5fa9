"""What every HTML page here shares: its template's strictness, and a policy that trusts nothing."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.render.plain import plain

if TYPE_CHECKING:
    from jinja2 import Template


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that allows this style and script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def template(path: Path, **filters: Callable[..., object]) -> "Template":
    """Return a page's template: everything escaped, no blank left empty."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(path.parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({"plain": plain, **filters})
    return environment.get_template(path.name)


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
