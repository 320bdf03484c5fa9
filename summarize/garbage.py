"""Search for garbage less often than Python does.

Nearly all that a run makes is either kept to its end or let go of by itself. Only objects that
refer to each other in a ring have to be searched for, and of these a run makes next to none.
"""

import gc
from typing import Final

# Objects made between two searches. At Python's own 700, searching all that is remembered takes a
# quarter of the processor's time.
ALLOCATIONS: Final = 1_000_000


def search_seldom() -> None:
    """Let this process search seldom, from now on."""
    gc.set_threshold(ALLOCATIONS)
