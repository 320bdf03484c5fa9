"""Opening a model by name, and saying what is there."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from summarize.errors import InputError, ModelError, WeightsError
from summarize.models import diagnosis, local
from summarize.models.answers import Answers, Recorded
from summarize.models.hosted import large_enough
from summarize.models.paths import cache_dir
from summarize.models.providers import PROVIDERS, list_models, open_model

EMBEDDED = "local/qwen2.5-coder-1.5b"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZE_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def extra(monkeypatch):
    """Pretend that the local extra is, or is not, installed."""

    def pretend(*, installed: bool) -> None:
        monkeypatch.setattr(local, "find_spec", lambda name: installed or None)
        monkeypatch.setattr(diagnosis, "find_spec", lambda name: installed or None)

        def parts(_weights):
            if not installed:
                raise WeightsError("not installed")

        monkeypatch.setattr(local, "find_parts", parts)
        monkeypatch.setattr(diagnosis, "find_parts", parts)

    return pretend


def test_with_a_key_the_default_is_openai(monkeypatch, extra):
    extra(installed=True)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    assert open_model(None).name == "openai/gpt-5.4-mini"
    assert [line.name for line in list_models() if line.default] == ["openai/gpt-5.4-mini"]


def test_without_a_key_the_default_is_embedded(extra):
    extra(installed=True)
    opened = open_model(None)
    assert (opened.name, opened.context, opened.chooses) == (EMBEDDED, 8192, False)
    assert [line.name for line in list_models() if line.default] == [EMBEDDED]


def test_with_neither_the_error_says_the_two_ways(extra):
    extra(installed=False)
    with pytest.raises(ModelError) as told:
        open_model(None)
    assert 'pip install "summarize-news[local]"' in str(told.value)
    assert "OPENAI_API_KEY" in str(told.value)
    assert [line.default for line in list_models()].count(True) == 0


def test_recordings_need_neither_key_nor_weights(extra, tmp_path):
    extra(installed=False)
    answers = Answers(tmp_path, replay_only=True)
    for spec in (None, EMBEDDED, "openai/gpt-4o", "server/m", "local/gone.gguf"):
        opened = open_model(spec, answers=answers)
        assert isinstance(opened, Recorded)
        assert opened.name == (spec or EMBEDDED)
        assert opened.count_tokens("hello world") == 2


@pytest.mark.parametrize("spec", ["llama3", "meta-llama/Llama-3.1-8B", "gpt-4o"])
def test_a_name_recorded_with_an_address_is_replayed_without(tmp_path, spec):
    asked = open_model(spec, base_url="http://127.0.0.1:1/v1", answers=Answers(tmp_path))
    replayed = open_model(spec, answers=Answers(tmp_path, replay_only=True))
    assert (replayed.name, replayed.chooses) == (asked.name, asked.chooses)


@pytest.mark.parametrize(
    ("spec", "base_url", "name"),
    [
        ("openai/gpt-4o", None, "openai/gpt-4o"),
        ("openai/gpt-4o", "http://127.0.0.1:1/v1", "openai/gpt-4o"),
        ("server/llama3", "http://127.0.0.1:1/v1", "server/llama3"),
        ("llama3", "http://127.0.0.1:1/v1", "server/llama3"),
        ("meta-llama/Llama-3.1-8B", "http://127.0.0.1:1/v1", "server/meta-llama/Llama-3.1-8B"),
    ],
)
def test_a_name_is_read(monkeypatch, spec, base_url, name):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    assert open_model(spec, base_url=base_url).name == name


@pytest.mark.parametrize("spec", ["{path}", "local/{path}"])
def test_weights_are_named_by_their_path(tmp_path, extra, spec):
    extra(installed=True)
    path = tmp_path / "my-8b.gguf"
    path.write_bytes(b"GGUF....")
    opened = open_model(spec.format(path=path))
    assert (opened.name, opened.chooses) == (f"local/{path}", True)


@pytest.mark.parametrize(
    ("spec", "base_url", "says"),
    [
        pytest.param("opneai/gpt-4o", None, "did you mean openai/gpt-4o?", id="provider misspelt"),
        pytest.param("local/qwen2.5-1.5b", None, f"did you mean {EMBEDDED}?", id="name misspelt"),
        pytest.param("qwen2.5-coder-1.5b", None, f"did you mean {EMBEDDED}?", id="no provider"),
        pytest.param("gpt-4o", None, "did you mean openai/gpt-4o?", id="OpenAI's, no provider"),
        pytest.param("led", None, "did you mean lead?", id="lead misspelt"),
        pytest.param("xyz", None, "one of local, openai, server, lead", id="unknown"),
        pytest.param("openai/", None, "provider/name", id="no name"),
        pytest.param("", None, "provider/name", id="nothing"),
        pytest.param("server/m", None, "--base-url", id="no address"),
        pytest.param("server/m", "localhost:1234", "http://", id="address without scheme"),
        pytest.param(EMBEDDED, "http://x/v1", "leave out --base-url", id="address for local"),
        pytest.param(None, "http://x/v1", "--model NAME", id="address alone"),
    ],
)
def test_a_name_there_cannot_be_is_refused_with_a_way_out(spec, base_url, says):
    with pytest.raises(InputError) as told:
        open_model(spec, base_url=base_url)
    assert says in str(told.value)
    assert "\n" not in str(told.value)


def test_openai_without_a_key_is_told_before_any_call():
    with pytest.raises(ModelError, match="OPENAI_API_KEY is not set"):
        open_model("openai/gpt-4o")


def test_the_embedded_model_without_its_extra_says_how_to_get_it(extra):
    extra(installed=False)
    with pytest.raises(WeightsError, match="summarize-news"):
        open_model(EMBEDDED)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(None, "no such file", id="missing"),
        pytest.param(b"PK\3\4", "not a GGUF file", id="another kind"),
        pytest.param(b"", "not a GGUF file", id="empty"),
    ],
)
def test_weights_that_are_none_are_told(tmp_path, extra, content, says):
    extra(installed=True)
    path = tmp_path / "x.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WeightsError, match=says) as told:
        open_model(f"local/{path}")
    assert str(path) in str(told.value)


def test_a_directory_is_no_weights(tmp_path, extra):
    extra(installed=True)
    (tmp_path / "x.gguf").mkdir()
    with pytest.raises(WeightsError, match="cannot be read"):
        open_model(f"local/{tmp_path / 'x.gguf'}")


@pytest.mark.parametrize(
    ("name", "chooses"),
    [
        ("gpt-oss", True),
        ("llama-3.1-8b-instruct", True),
        ("Qwen2.5-1.5B-Instruct", False),
        ("qwen3:0.6b", False),
        ("mixtral-8x7b", True),
        ("gemma-27b-it", True),
    ],
)
def test_a_small_model_does_not_choose(name, chooses):
    assert large_enough(name, unknown=True) is chooses


def test_every_provider_is_listed_with_what_it_takes(extra):
    extra(installed=False)
    lines = {line.name: line.missing for line in list_models()}
    assert len({name.partition("/")[0] for name in lines}) == len(PROVIDERS)
    assert "OPENAI_API_KEY" in (lines["openai/NAME"] or "")
    assert "summarize-news[local]" in (lines[EMBEDDED] or "")
    assert "--base-url" in (lines["server/NAME"] or "")
    assert lines["lead"] is None


def test_a_diagnosis_says_what_works(extra, tmp_path):
    extra(installed=False)
    found = {one.what: one for one in diagnosis.diagnose()}
    assert found["OpenAI key"].good is None
    assert found["local extra"].good is None
    assert found["embedded model"].good is None
    assert found["tokenizers"].good is True
    assert found["cache"].good is True
    assert str(tmp_path / "cache") in found["cache"].detail


def test_a_diagnosis_never_shows_the_key(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-key")
    assert "secret" not in str(diagnosis.diagnose())


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({"SUMMARIZE_CACHE": "/a", "XDG_CACHE_HOME": "/b"}, "/a", id="chosen"),
        pytest.param({"XDG_CACHE_HOME": "/b"}, "/b/summarize-news", id="XDG"),
        pytest.param({"XDG_CACHE_HOME": "b"}, None, id="XDG must be absolute"),
        pytest.param({"SUMMARIZE_CACHE": ""}, None, id="empty is unset"),
    ],
)
def test_the_cache_is_where_the_environment_says(environment, expected, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    default = Path.home() / ".cache" / "summarize-news"
    assert cache_dir(environment) == (Path(expected) if expected else default)


def test_nothing_heavy_is_imported_to_open_a_model():
    assert find_spec("openai") is not None
    import subprocess
    import sys

    code = (
        "import sys; import summarize.models.providers; "
        "print([m for m in ('openai', 'tiktoken', 'httpx2', 'xllamacpp') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
