"""How long to wait for an answer, and when to ask again.

Every attempt has its own time limit, over the whole of it: a server that hangs, or drips one byte
a minute, delays its own call and no other. What may pass (a limit on the rate, a server's fault,
a broken connection) is tried again, later each time; what will not pass (a wrong key, a spent
quota, a certificate) is told at once.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

# Request timeout, conflict, too many requests; and every 5xx, which is the server's own fault.
MAY_PASS: Final = frozenset({408, 409, 429})

# The first wait in seconds and the longest: 0.5, 1, 2, 4: about what hosted models ask for.
FIRST_WAIT: Final = 0.5
LONGEST_WAIT: Final = 8.0

# A server may ask for more than this; then the run is better stopped and said so.
LONGEST_REQUESTED_WAIT: Final = 120.0


@dataclass(frozen=True, slots=True)
class Patience:
    """Limits on waiting. Seconds."""

    timeout: float
    """Of one attempt, from connecting to the last byte."""
    attempts: int = 5
    slow_attempts: int = 3
    """How many attempts may time out: each of these costs the whole time limit."""
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    def wait(self, attempt: int, requested: float | None) -> float:
        """Return how long to wait after the attempt with this number, counted from 1.

        Spread at random by a quarter, so that many callers do not come back at the same moment.
        """
        if requested is not None:
            return requested * random.uniform(1.0, 1.1)
        return min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (attempt - 1)) * random.uniform(0.75, 1.25)


def status_may_pass(status: int) -> bool:
    """Say whether a request refused with this HTTP status is worth trying again."""
    return status in MAY_PASS or status >= 500
