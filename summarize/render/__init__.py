"""Rendering: from a summary to what a user reads. Pure functions; nothing here prints."""

from summarize.render.formats import RENDERERS, render, render_all, render_failure
from summarize.render.html import render_page
from summarize.render.schema import schema, schema_text
from summarize.render.view import Entry, View

__all__ = [
    "RENDERERS",
    "Entry",
    "View",
    "render",
    "render_all",
    "render_failure",
    "render_page",
    "schema",
    "schema_text",
]
