"""Draw a judge's reliability as a small SVG: what it said against what people said.

One file for each task and judge, readable on its own and by a screen reader: title, description,
named axes, and n in every bin.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Final

from evals.agreement.results import Results, Row, TaskRecord
from summarize.errors import InputError
from summarize.whole import write_whole

_SIDE: Final = 280
_LEFT: Final = 60
_TOP: Final = 68
_WIDTH: Final = _LEFT + _SIDE + 24
_HEIGHT: Final = _TOP + _SIDE + 64
_TICKS: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_STYLE: Final = (
    "text{font:12px system-ui,sans-serif;fill:#222}.small{font-size:9px;fill:#555}"
    ".axis{stroke:#888;fill:none}.even{stroke:#888;stroke-dasharray:4 3}"
    ".bin{fill:#1f5fa8}.link{stroke:#1f5fa8;fill:none}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.small{fill:#bbb}.bin{fill:#7fb4f0}"
    ".link{stroke:#7fb4f0}}"
)


def write_plots(results: Results, folder: Path) -> list[Path]:
    """Write a plot for each judge that gives probabilities. Raises InputError when it cannot."""
    written = []
    with _writing(folder):
        for task in results.tasks:
            for part in task.parts:
                kind = "" if part is task.parts[0] else f"-{part.items}"
                for row in (row for row in part.rows if any(b.n for b in row.reliability)):
                    path = folder / f"{task.name}{kind}-{_plain(row.judge)}.svg"
                    write_whole(path, plot(task, row))
                    written.append(path)
    return written


def refuse_no_folder(folder: Path) -> None:
    """Raise InputError when no plots could be written there: hours before they are."""
    with _writing(folder):
        write_whole(folder / ".tried", "")
        (folder / ".tried").unlink()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"--plots {folder}: cannot be written ({why}): name another") from error


def plot(task: TaskRecord, row: Row) -> str:
    """Return the SVG of one judge in one task."""
    title = f"{task.people}: {row.judge}"
    ece = row.figures.get("calibration_error")
    error = f"; calibration error {ece.value:.3f}" if ece and ece.value is not None else ""
    about = f"{task.asks} {row.n:,} items, weights: {row.weights}{error}"
    filled = [b for b in row.reliability if b.said is not None and b.people is not None]
    told = "; ".join(f"said {b.said:.2f}, people {b.people:.2f}, n {b.n}" for b in filled)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(f"{about}. Bins: {told}")}</desc>',
        f"<style>{_STYLE}</style>",
        f'<text x="{_LEFT}" y="20">{escape(title)}</text>',
        f'<text x="{_LEFT}" y="38" class="small">{escape(f"n {row.n:,}{error}")}</text>',
        *_axes(),
    ]
    points = [(_x(b.said or 0.0), _y(b.people or 0.0), b.n) for b in filled]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    parts.append(f'<polyline class="link" points="{line}"/>')
    most = max((n for _, _, n in points), default=1)
    for x, y, n in points:
        # The area of a dot is as n, and the smallest can still be seen.
        radius = 2 + 6 * (n / most) ** 0.5
        parts.append(f'<circle class="bin" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>')
    parts += [_count((b.low + b.high) / 2, b.n) for b in row.reliability]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _count(middle: float, n: int) -> str:
    """Return the n of a bin, above it."""
    place = f'x="{_x(middle):.1f}" y="{_TOP - 6}"'
    return f'<text class="small" {place} text-anchor="middle">{n}</text>'


def _axes() -> list[str]:
    low, high = _x(0.0), _x(1.0)
    parts = [
        f'<rect class="axis" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>',
        f'<line class="even" x1="{low}" y1="{_y(0.0)}" x2="{high}" y2="{_y(1.0)}"/>',
    ]
    for tick in _TICKS:
        parts += [
            f'<text x="{_x(tick)}" y="{_TOP + _SIDE + 16}" text-anchor="middle">{tick:g}</text>',
            f'<text x="{_LEFT - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>',
        ]
    middle = _TOP + _SIDE / 2
    return [
        *parts,
        f'<text class="small" x="{_LEFT - 6}" y="{_TOP - 6}" text-anchor="end">n</text>',
        f'<text x="{_x(0.5)}" y="{_TOP + _SIDE + 40}" text-anchor="middle">'
        "probability the judge gave (mean of the bin)</text>",
        f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">'
        "share to which people said yes</text>",
    ]


def _x(share: float) -> float:
    return _LEFT + share * _SIDE


def _y(share: float) -> float:
    return _TOP + (1 - share) * _SIDE


def _plain(name: str) -> str:
    return "".join(c if c.isalnum() or c in ".-" else "-" for c in name)
