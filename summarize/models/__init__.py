"""Language models behind one seam, and the recordings of what they said."""

from summarize.models.model import Completion, Message, Model, Request, Role, Usage

__all__ = ["Completion", "Message", "Model", "Request", "Role", "Usage"]
