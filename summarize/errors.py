"""Everything that can go wrong, as one small tree.

    SummarizeError                 what a user can act on; never a traceback
    ├── InputError            (2)  an article, option or path that cannot be used
    │   ├── PromptError       (2)  a prompt that cannot be read or filled
    │   └── UnknownModelError (2)  a model by a name that none has
    ├── ModelError            (3)  the model cannot be reached, is refused, or does not answer
    │   ├── ContextError      (3)  the request is longer than the model can take
    │   └── WeightsError      (3)  the embedded model's file is missing or not what it should be
    └── DraftError            (4)  the model answered, and its answer cannot be used

A message is one line naming the thing, the fault and the way out. The number is the exit code.
"""

from pathlib import Path
from typing import ClassVar


class SummarizeError(Exception):
    """Something a user can mend. Its text is one line: the thing, the fault, the way out."""

    exit_code: ClassVar[int] = 1


class InputError(SummarizeError):
    """What was given cannot be used. Look at the path, the option or the text it names."""

    exit_code = 2


class PromptError(InputError):
    """A prompt cannot be read or filled. The message gives its file and line."""


class UnknownModelError(InputError):
    """There is no model of that name. The message says how one is named."""


class ModelError(SummarizeError):
    """The model did not answer. Look at the key, the address, the network or its limits."""

    exit_code = 3


class ContextError(ModelError):
    """The request does not fit the model's context. Cut it into smaller windows."""


class WeightsError(ModelError):
    """The embedded model's file is missing, incomplete or not the expected one."""


class DraftError(SummarizeError):
    """The model's answer lacks the agreed form. Look at the prompt, or use a larger model."""

    exit_code = 4

    def __init__(self, message: str, *, answer: Path | None = None) -> None:
        super().__init__(message)
        self.answer = answer
        """The file that keeps the unusable answer, where there is one."""
