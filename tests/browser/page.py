"""A page in a real browser, and what it tried to do."""

from pathlib import Path
from typing import Any


class Opened:
    """A page opened from disk, with what it tried to do."""

    def __init__(self, page: Any, file: Path) -> None:
        self.page = page
        self.file = file
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.complaints: list[str] = []
        self._heard = {
            "request": lambda request: self.requests.append(request.url),
            "console": lambda message: self.complaints.append(message.text),
            "pageerror": lambda error: self.complaints.append(str(error)),
            "dialog": self._dismiss,
        }
        for event, hear in self._heard.items():
            page.on(event, hear)
        page.goto(file.as_uri())

    def _dismiss(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def leave(self) -> None:
        """Stop listening, and leave nothing of the page behind."""
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)
        self.page.goto("about:blank")

    def lit(self) -> str:
        """Return the words of the article that are lit up."""
        return "".join(self.page.locator(".source .lit").all_inner_texts())

    def background(self, selector: str) -> str:
        """Return the colour behind the first element there."""
        colour = "element => getComputedStyle(element).backgroundColor"
        return str(self.page.locator(selector).first.evaluate(colour))


def brightness(colour: str) -> float:
    """Return the relative luminance, by WCAG 2.2, of a colour as the browser writes it."""
    parts = [float(n) / 255 for n in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(opened: Opened, selector: str, paper: str) -> float:
    """WCAG 2.2 contrast ratio of the words at `selector` against the page."""
    ink = opened.page.locator(selector).first.evaluate("e => getComputedStyle(e).color")
    high, low = sorted([brightness(ink), brightness(paper)], reverse=True)
    return (high + 0.05) / (low + 0.05)
