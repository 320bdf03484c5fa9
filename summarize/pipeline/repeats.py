"""Say whether of two sentences one tells the reader nothing that the other does not.

The redundancy that extractive summarization removes (Carbonell and Goldstein 1998), by shared words
of meaning alone: web pages repeat sentences as captions and subheadings, and a newsroom its lead.
"""

from typing import Final

from summarize.values.words import stems, tokens

# The share of the shorter one's words of meaning that the longer one has too.
SHARED: Final = 0.8
# With fewer words one of them makes all the difference: "The judge rejected Cole's claim".
FEWEST: Final = 6


def repeats(one: str, two: str) -> bool:
    """Say whether the shorter of two sentences is told by the longer one.

    A figure that the longer one lacks is news, whatever else they share.
    """
    shorter, longer = sorted((stems(tokens(one)), stems(tokens(two))), key=len)
    new = shorter - longer
    if any(character.isdigit() for stem in new for character in stem):
        return False
    return not new if len(shorter) < FEWEST else len(new) <= (1 - SHARED) * len(shorter)
