"""Read YAML and remember on which line everything stands.

Only what a gold file needs: mappings, lists and scalars. A key given twice, a key that is no text,
an anchor or an alias is refused: each hides something from whoever reads the file.
"""

from collections.abc import Mapping
from typing import Any, Final

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Where = tuple[str | int, ...]
"""The keys and positions that lead to an entry: ("facts", 0, "quote")."""


class FileFaultError(Exception):
    """The text is not YAML, or not the YAML we read. `line` is from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def not_utf8(error: UnicodeDecodeError) -> tuple[int, str]:
    """Return the line on which bytes are not UTF-8, and what to do."""
    line = error.object.count(b"\n", 0, error.start) + 1
    byte = error.object[error.start]
    return line, f"is not UTF-8 text (byte 0x{byte:02x}): save it as UTF-8 in your editor"


# A gold file nests six deep; libyaml itself would go on until the stack is full.
DEEPEST = 20


_DEEPER: Final = {
    yaml.MappingStartEvent: 1,
    yaml.SequenceStartEvent: 1,
    yaml.MappingEndEvent: -1,
    yaml.SequenceEndEvent: -1,
}
# What a scalar is that is nothing else: its own words.
_TEXT: Final = "tag:yaml.org,2002:str"


def read_yaml(text: str) -> tuple[Any, Mapping[Where, int], list[FileFaultError]]:
    """Return the data, the line of every entry (of its key, in a mapping), and repeated keys.

    Raises FileFaultError when there is nothing to go on with.
    """
    _refuse_depth(text)
    try:
        loader = Loader(text)
        try:
            node = loader.get_single_node()
            lines: dict[Where, int] = {(): 1}
            reader = _Reader(loader, lines)
            data = None if node is None else reader.value(node, ())
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise _marked(error) from error
    except yaml.YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        why = " ".join(str(error).split())
        raise FileFaultError(line, f"is not YAML: {why}: remove that character") from error
    return data, lines, reader.repeated


def _refuse_depth(text: str) -> None:
    """Go through the events, which need no stack, before anything is built."""
    depth = 0
    try:
        loader = Loader(text)
        try:
            while (event := loader.get_event()) is not None:
                depth += _DEEPER.get(type(event), 0)
                if depth > DEEPEST:
                    line = event.start_mark.line + 1 if event.start_mark else 1
                    raise FileFaultError(
                        line, f"is nested deeper than {DEEPEST} levels: not a gold file"
                    )
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise _marked(error) from error
    except yaml.YAMLError:
        return  # a character YAML has no place for: said again, with its line, on reading


# By what libyaml says; the last fits anything.
_WAYS_OUT: Final = {
    "mapping values": "put text that holds a colon, # or quotation marks in double quotation marks",
    "block": "put text that holds a colon, # or quotation marks in double quotation marks",
    "tab character": "indent with spaces, not tabs",
    "another document": "keep one document: remove what follows ---",
    "undefined alias": "put text that begins with * in quotation marks",
    "": "look at the line for a missing quotation mark, bracket or indent",
}


def _marked(error: yaml.MarkedYAMLError) -> FileFaultError:
    mark = error.problem_mark or error.context_mark
    why = " ".join(filter(None, (error.problem, error.context)))
    advice = next(way for sign, way in _WAYS_OUT.items() if sign in why)
    return FileFaultError(mark.line + 1 if mark else 1, f"is not YAML: {why}: {advice}")


class _Reader:
    def __init__(self, loader: Any, lines: dict[Where, int]) -> None:
        self.loader = loader
        self.lines = lines
        self.seen: set[int] = set()
        self.repeated: list[FileFaultError] = []

    def value(self, node: yaml.Node, where: Where) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(where, line)
        if id(node) in self.seen:
            raise FileFaultError(
                line, "holds an anchor used again (&, *): write it out in both places"
            )
        self.seen.add(id(node))
        if node.tag == _TEXT and isinstance(node, yaml.ScalarNode):
            return node.value
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*where, i)) for i, item in enumerate(node.value)]
        try:
            return self.loader.construct_object(node)
        except ValueError:  # 2015-02-30: the model says better what is wrong with it
            return node.value

    def _mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise FileFaultError(line, "has a key that is not a word")
            key = str(key_node.value)
            if key in data:
                first = self.lines[(*where, key)]
                message = f'has "{key}" twice, first on line {first}: keep one'
                self.repeated.append(FileFaultError(line, message))
                self.value(value_node, (*where, key))
                continue
            self.lines[(*where, key)] = line
            data[key] = self.value(value_node, (*where, key))
        return data
