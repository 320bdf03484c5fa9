"""Which model looks at each statement, where the support check is asked for.

It is named, or it is the one that the check is fitted for: never whichever model happens to have
written the statements.
"""

from collections.abc import Callable

from summarize.errors import InputError, ModelError
from summarize.judge.support import with_a_model
from summarize.models import Model
from summarize.models.lead import Lead
from summarize.prompt import Prompt


def judge_named(prompt: Prompt, *, asked: bool | str = False) -> str | None:
    """Return the name of the model that judges; None where nobody asks for one.

    `asked` is what the caller says, as `support` of a prompt does. It counts for more than what the
    prompt says, but that a bare yes leaves it to the prompt whom to ask.
    """
    own = prompt.front.support
    wanted = own if asked is True and own else asked or own
    return with_a_model().answers_of if wanted is True else wanted or None


def open_support_judge(name: str, opened: Callable[[str], Model]) -> Model:
    """Return the model that judges; `opened` opens one by its name.

    Raises InputError and ModelError as that does, and InputError for one that answers no questions.
    """
    try:
        judge = opened(name)
    except ModelError as fault:
        raise ModelError(f"support check: {fault}") from fault
    except InputError as fault:
        raise InputError(f"support check: {fault}") from fault
    if isinstance(judge, Lead):
        raise InputError("support check: lead answers no question: name a model, provider/name")
    return judge
