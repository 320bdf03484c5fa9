"""The version of summarize-news, recorded in every summary."""

from typing import Final

VERSION: Final = "0.1.0"
