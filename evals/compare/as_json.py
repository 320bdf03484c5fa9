"""A comparison as JSON, for programs: what the text shows, in full precision."""

import json
from dataclasses import asdict
from typing import Any, Final

from evals.compare.compare import Compared, Row
from evals.compare.sides import Side

SCHEMA_VERSION: Final = "1"
# What gives p, of every metric; `mcnemar_p` is that of the exact McNemar test, for information.
TEST: Final = "sign-flip permutation, by article"


def as_json(compared: Compared) -> str:
    """Return one JSON object, indented. null is for what was not measured or cannot be known."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "a": _side(compared.a),
        "b": _side(compared.b),
        "metrics": [_row(row) for row in compared.rows],
        "won": [asdict(change) for change in compared.changes if change.better],
        "lost": [asdict(change) for change in compared.changes if not change.better],
        "not_compared": [asdict(each) for each in compared.uncompared],
        "costs": [asdict(cost) for cost in compared.costs],
        "notes": list(compared.notes),
    }
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)


def _side(side: Side) -> dict[str, Any]:
    manifest = side.run.manifest
    return {
        "label": side.label,
        "model": side.model,
        "prompt": side.prompt,
        "prompt_sha256": manifest.prompts.get(side.prompt),
        "made": manifest.made.isoformat(),
        "commit": manifest.commit,
        "dirty": manifest.dirty,
        "articles": len({trial.article for trial in side.trials()}),
        "repeats": len({trial.repeat for trial in side.trials()}),
    }


def _row(row: Row) -> dict[str, Any]:
    found = row.found
    return {
        "metric": row.name,
        "less_is_better": row.less_is_better,
        "a": row.a,
        "b": row.b,
        "difference": found.difference.mean,
        "low": found.difference.low,
        "high": found.difference.high,
        "items": found.difference.n_items,
        "articles": found.difference.n_clusters,
        "not_compared": found.difference.n_ignored,
        "test": TEST if found.p is not None else None,
        "p": found.p,
        "holm_p": found.holm_p,
        "mcnemar_p": found.mcnemar_p,
        "smallest_detectable": found.smallest,
        "smallest_is": _kind(row),
        "verdict": found.verdict,
        "reason": found.reason,
    }


def _kind(row: Row) -> str | None:
    if row.found.smallest is None:
        return None
    return {True: "fall", False: "gain", None: "either"}[row.found.falls]
