"""Models on servers: OpenAI, and any that speaks the same language."""

import re
from typing import Final

from summarize.errors import InputError, ModelError
from summarize.models.chat import ChatModel, Server
from summarize.models.model import Model
from summarize.models.patience import Patience
from summarize.models.settings import Listed, Settings
from summarize.models.tokens import counter_for
from summarize.models.weights import INSTALL

OPENAI_KEY: Final = "OPENAI_API_KEY"
OPENAI_ADDRESS: Final = "OPENAI_BASE_URL"
SERVER_KEY: Final = "SUMMARIZE_API_KEY"

# The smallest of OpenAI's newest family called "mini" that openai 3.54 names.
OPENAI_DEFAULT: Final = "gpt-5.4-mini"

# Seconds. An answer takes 2 to 20; one that has not come in a minute hangs.
TIMEOUT: Final = 60.0

# Tokens. Every OpenAI chat model since 2024 takes this much; some take far more.
OPENAI_CONTEXT: Final = 128_000

# Tokens. What local servers are commonly started with; more is said with --context.
SERVER_CONTEXT: Final = 8192

# Sampling options OpenAI's API knows; it refuses requests with any other.
OPENAI_EXTRAS: Final = frozenset(
    {"frequency_penalty", "presence_penalty", "reasoning_effort", "seed", "top_p", "verbosity"}
)

# Parameters, in thousand millions, from which on a model chooses what matters better than a
# ranking of sentences does.
CHOOSES_FROM: Final = 7.0


class OpenAI:
    """`openai/NAME`: OpenAI itself, or what OPENAI_BASE_URL names."""

    def open(self, name: str, settings: Settings) -> Model:
        """Return the model; no name is refused here. Raises ModelError without a key."""
        key = settings.environment.get(OPENAI_KEY, "").strip()
        if not key and settings.asks:
            raise ModelError(
                f"openai/{name}: {OPENAI_KEY} is not set: set it to your key, "
                f"or {INSTALL} and use the embedded model"
            )
        count, exact = counter_for(name)
        server = Server(
            model=name,
            base_url=settings.base_url or settings.environment.get(OPENAI_ADDRESS),
            key=key or "none",
            key_variable=OPENAI_KEY,
            context=settings.context or OPENAI_CONTEXT,
            chooses=True,
            count=count,
            counts_exactly=exact,
            limit="max_completion_tokens",
            extras=OPENAI_EXTRAS,
        )
        patience = Patience(settings.timeout or TIMEOUT)
        return ChatModel(f"openai/{name}", server, patience=patience)

    def listed(self, settings: Settings) -> list[Listed]:
        """Return the default model and the rule for others."""
        missing = None if settings.environment.get(OPENAI_KEY) else f"{OPENAI_KEY} is not set"
        return [
            Listed(f"openai/{OPENAI_DEFAULT}", "OpenAI, a small model", missing),
            Listed("openai/NAME", "any of OpenAI's chat models", missing),
        ]


class AnyServer:
    """`server/NAME` with a base_url: vLLM, Ollama, llama.cpp and all that speak like OpenAI."""

    def open(self, name: str, settings: Settings) -> Model:
        """Return the model. Raises InputError without an address."""
        if not settings.base_url and settings.asks:
            raise InputError(
                f"server/{name}: where is it? add --base-url, such as http://localhost:11434/v1"
            )
        count, _ = counter_for(name)
        server = Server(
            model=name,
            base_url=settings.base_url,
            # The client demands a key; a server that needs none takes any.
            key=settings.environment.get(SERVER_KEY, "").strip() or "none",
            key_variable=SERVER_KEY,
            context=settings.context or SERVER_CONTEXT,
            chooses=large_enough(name, unknown=True),
            count=count,
        )
        patience = Patience(settings.timeout or TIMEOUT)
        return ChatModel(f"server/{name}", server, patience=patience)

    def listed(self, settings: Settings) -> list[Listed]:
        """Return the rule for names."""
        missing = None if settings.base_url else "add --base-url URL"
        what = f"any server that speaks like OpenAI; key in {SERVER_KEY} if it needs one"
        return [Listed("server/NAME", what, missing)]


def large_enough(name: str, *, unknown: bool) -> bool:
    """Say whether a model can choose what matters, by the size in its name (`unknown`: no size)."""
    sizes = re.findall(r"(?<![\w.])(\d+(?:\.\d+)?)b(?![a-z])", name.lower())
    return max(float(size) for size in sizes) >= CHOOSES_FROM if sizes else unknown
