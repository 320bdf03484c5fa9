"""Keep what models said, as one readable JSON file a request.

The same files serve as cache and as committed recordings. A file is named by the digest of the
exact request, so any change of article, prompt or model asks anew, and nothing else does, but that
an answer of one server is not taken for that of another with a model of the same name: where both
addresses are known and differ, the question is asked anew. A replay asks no server and has no
address, so recordings made on one machine answer on any. A file is
written beside its place and renamed, so it is whole or absent. One that is damaged, or holds
another request than its name says, is never believed: it is asked for anew and replaced, and where
nobody may be asked it is an error that names the file. Only what a model really said is kept:
refusals and errors are not, and no key ever is.
"""

import asyncio
import errno
import itertools
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.errors import InputError, ModelError, SummarizeError
from summarize.models.model import Completion, Model, Request
from summarize.whole import write_whole

_number = itertools.count(1)


class Recording(BaseModel):
    """One answer, and all that it answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: Literal["1"] = "1"
    when: datetime
    """UTC."""
    server: str | None = None
    """Digest of the address that answered; None for a model in this process."""
    request: Request
    completion: Completion


class Answers:
    """Directories of recordings: read from all, in order; all that is used is in the first."""

    def __init__(
        self, directory: Path, *, also: Sequence[Path] = (), replay_only: bool = False
    ) -> None:
        self.directory = directory
        self.also = tuple(also)
        self.replay_only = replay_only
        self._prepared = False

    def find(self, request: Request, server: str | None = None) -> Completion | None:
        """Return what the model said to exactly this request, or None when that is not known.

        `server` is the digest of the address that would be asked; None: of any.
        """
        digest = request.digest()
        for directory in (self.directory, *self.also):
            place = _place(directory, digest)
            if found := _read(place, digest, server):
                if directory != self.directory:
                    self._copy(place, digest)
                return replace(found, recorded=True)
        return None

    def missing(self, request: Request) -> SummarizeError:
        """Return the error of a request that has to be replayed and cannot be."""
        digest = request.digest()
        place = _place(self.directory, digest)
        if damage := _damage(place, digest):
            return InputError(
                f"{place}: {damage}: restore this recording, or make it again: run without "
                f"--replay and with --record {self.directory}"
            )
        return ModelError(
            f"{request.model}: no recorded answer to request {digest[:12]} in "
            f"{self.directory}: run again without --replay and with --record {self.directory}"
        )

    def _copy(self, place: Path, digest: str) -> None:
        """Take over a recording from another directory, so that this one has all it needs."""
        target = _place(self.directory, digest)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(place, target)
        except OSError as fault:
            raise _cannot_keep(self.directory, fault) from fault

    def prepare(self) -> None:
        """See that answers can be kept, before one is paid for. Raises InputError when not."""
        if self._prepared:
            return
        probe = self.directory / f".{os.getpid()}-{next(_number)}.tmp"
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as fault:
            raise _cannot_keep(self.directory, fault) from fault
        self._prepared = True

    def keep(self, request: Request, completion: Completion, server: str | None = None) -> None:
        """Write down what the model said. Raises InputError when that is not possible."""
        path = _place(self.directory, request.digest())
        record = Recording(
            when=datetime.now(UTC).replace(microsecond=0),
            server=server,
            request=request,
            completion=replace(completion, recorded=False),
        )
        unsaid = {"server"} if server is None else None
        text = record.model_dump_json(indent=2, exclude=unsaid) + "\n"
        try:
            try:
                write_whole(path, text)
            except FileNotFoundError:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, text)
        except OSError as fault:
            raise _cannot_keep(self.directory, fault) from fault


class Recorded:
    """A `Model` that answers from recordings where it can, and records what another says.

    `server` is the digest of the address at which that is asked, where it has one.
    """

    def __init__(self, model: Model, answers: Answers, *, server: str | None = None) -> None:
        self.name = model.name
        self.context = model.context
        self.chooses = model.chooses
        self._model = model
        self._answers = answers
        self._server = None if answers.replay_only else server
        self._asking: dict[str, asyncio.Task[Completion]] = {}

    async def complete(self, request: Request) -> Completion:
        """Answer. A request that is being asked already is not asked a second time.

        When only replaying, raises ModelError where there is no recording and InputError where it
        is damaged; else as the model does.
        """
        if found := self._answers.find(request, self._server):
            return found
        if self._answers.replay_only:
            raise self._answers.missing(request)
        digest = request.digest()
        if digest in self._asking:
            return replace(await asyncio.shield(self._asking[digest]), recorded=True)
        self._answers.prepare()
        task = asyncio.ensure_future(self._ask(request))
        self._asking[digest] = task
        task.add_done_callback(lambda done: self._done(digest, done))
        # Others may be waiting for the same answer: one who gives up must not take it from them.
        return await asyncio.shield(task)

    def count_tokens(self, text: str) -> int:
        """Count tokens as the model does."""
        return self._model.count_tokens(text)

    async def close(self) -> None:
        """Close the model; what it is still being asked is given up."""
        for task in list(self._asking.values()):
            task.cancel()
        await asyncio.gather(*self._asking.values(), return_exceptions=True)
        await self._model.close()

    async def _ask(self, request: Request) -> Completion:
        completion = await self._model.complete(request)
        self._answers.keep(request, completion, self._server)
        return completion

    def _done(self, digest: str, task: asyncio.Task[Completion]) -> None:
        del self._asking[digest]
        if not task.cancelled():
            # Looked at here, so that one whose askers all gave up is not reported as forgotten.
            task.exception()


def _place(directory: Path, digest: str) -> Path:
    return directory / digest[:2] / f"{digest}.json"


def _read(path: Path, digest: str, server: str | None) -> Completion | None:
    try:
        recording = Recording.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    of_another = None not in (server, recording.server) and server != recording.server
    return None if of_another or recording.request.digest() != digest else recording.completion


def _damage(path: Path, digest: str) -> str | None:
    """Return what is wrong with the recording in a file; None when there is no such file."""
    try:
        recording = Recording.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as fault:
        return f"cannot be read ({(fault.strerror or str(fault)).lower()})"
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"]))
        if first["type"] == "json_invalid":
            return "is damaged: it is cut off, or no JSON"
        return f"is damaged, or of another version: {where or 'all of it'}: {first['msg']}"
    if recording.request.digest() == digest:
        return None
    return "is damaged: it holds another request than its name says"


def _cannot_keep(directory: Path, fault: OSError) -> InputError:
    full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
    why = "no room left" if full else (fault.strerror or str(fault)).lower()
    return InputError(
        f"{directory}: cannot keep answers there ({why}): set SUMMARIZE_CACHE to another "
        "directory, or use --no-cache"
    )
