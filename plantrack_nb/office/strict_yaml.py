"""YAML read strictly: what looks like text stays text, and nothing is lost silently.

Plain YAML turns ``NO`` into false, ``0101`` into 65 and ``1:30`` into 90, keeps the last of two
equal keys, and lets a few lines of aliases stand for gigabytes. Here only ``true`` and
``false``, plain decimal numbers and empty values are anything but text; a repeated key and
an alias are errors. Types are then checked by a pydantic model, all faults at once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.files import opened
from plantrack_nb.core.language import say
from plantrack_nb.core.letters import joined, unseen

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_PLAIN_WORDS = {
    "extra_forbidden": ("ไม่มีชื่อนี้", "there is no such name"),
    "missing": ("ยังไม่ได้บอก", "is missing"),
}
_THAI_WORDS = {
    "string_too_short": "ว่างไม่ได้",
    "too_short": "ว่างไม่ได้",
    "int": "ต้องเป็นเลขจำนวนเต็ม",
    "float": "ต้องเป็นตัวเลข",
    "string": "ต้องเป็นข้อความ",
    "bool": "ต้องเป็น true หรือ false",
    "literal": "ไม่ใช่ค่าที่ใช้ได้",
    "enum": "ไม่ใช่ค่าที่ใช้ได้",
    "tuple": "ต้องเป็นรายการ",
    "list": "ต้องเป็นรายการ",
    "model": "ต้องเป็นชุดของ “ชื่อ: ค่า”",
    "dict": "ต้องเป็นชุดของ “ชื่อ: ค่า”",
}

_REMEMBERED = 500_000  # letters
_TAKEN_DIFFERENTLY = re.compile(r"[\t?!|>%\ufeff\x85\u2028\u2029]")
"""Signs in which libyaml's parser is not as strict as PyYAML's, or reads something else."""

_LARGEST_MB = 5  # a round file of all areas has 4 kB; ten thousand waivers have 3 MB

Model = TypeVar("Model", bound=BaseModel)


class _Strict(Composer, SafeConstructor, Resolver):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        parser: Any = self  # each kind has one
        if parser.check_event(yaml.AliasEvent):
            mark = parser.peek_event().start_mark
            raise yaml.composer.ComposerError(
                None, None, say("ใช้ alias (*) ไม่ได้", "aliases (*) are not allowed"), mark
            )
        return super().compose_node(parent, index)

    def compose_scalar_node(self, anchor: Any) -> yaml.ScalarNode:
        node: yaml.ScalarNode = super().compose_scalar_node(anchor)
        if odd := unseen(node.value):
            why = say(f"มี {odd} ซึ่งอยู่ในรายงานไม่ได้", f"it holds {odd}, which no report can hold")
            raise yaml.composer.ComposerError(None, None, why, node.start_mark)
        node.value = joined(node.value)
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value in seen:
                name = (
                    key.value
                    if isinstance(key, yaml.ScalarNode)
                    else say("รายการหรือชุดค่า", "a list or mapping")
                )
                why = (
                    say(f"ชื่อ “{name}” ซ้ำกัน", f"key '{name}' stands there twice")
                    if name in seen
                    else say(f"ใช้{name}เป็นชื่อไม่ได้", f"{name} as a key")
                )
                raise yaml.constructor.ConstructorError(None, None, why, key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


class _StrictLoader(_Strict, yaml.SafeLoader):
    """PyYAML's own parser, which says best what is wrong, and takes all that JSON writes."""


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _FastLoader(_Strict, CParser):
        """Libyaml's parser: three times as fast."""

        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            _Strict.__init__(self)
            SafeConstructor.__init__(self)
            Resolver.__init__(self)


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
):
    _Strict.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def read_yaml(path: Path, model: type[Model], context: object = None) -> Model:
    """Read a YAML file into a pydantic model.

    Parameters
    ----------
    path : Path
        A UTF-8 file that holds one mapping.
    model : type
        Its shape; extra keys should be forbidden there.
    context : object, optional
        Handed to the model's validators.

    Raises
    ------
    SourceError
        The file is missing or no UTF-8 text.
    ParameterError
        It is no YAML, or does not fit the model; every fault is told.
    """
    try:
        data = parse_yaml(_text(path))
    except yaml.MarkedYAMLError as error:
        line = (
            say(f" บรรทัด {error.problem_mark.line + 1}", f", line {error.problem_mark.line + 1}")
            if error.problem_mark
            else ""
        )
        raise _not_yaml(f"{path}{line}", error.problem or "") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _not_yaml(str(path), str(error)) from error
    return _fit(data, path, model, context)


def parse_yaml(text: str) -> object:
    """Parse YAML text by the rules above; raises what PyYAML raises."""
    node = compose_yaml(text)
    return None if node is None else _StrictLoader("").construct_document(node)


def compose_yaml(text: str) -> yaml.Node | None:
    """Parse YAML text into nodes, each with its place; raises what PyYAML raises."""
    return _remembered(text) if len(text) <= _REMEMBERED else _composed(text)


def _composed(text: str) -> yaml.Node | None:
    if yaml.__with_libyaml__ and not _TAKEN_DIFFERENTLY.search(text):
        try:
            return _composed_by(_FastLoader(text))
        except yaml.YAMLError:
            pass
    return _composed_by(_StrictLoader(text))


def _composed_by(loader: _FastLoader | _StrictLoader) -> yaml.Node | None:
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


_remembered = lru_cache(maxsize=2)(_composed)  # what was just written is read at once


def _not_yaml(where: str, why: str) -> ParameterError:
    return ParameterError(
        say("แฟ้มพารามิเตอร์ไม่ใช่ YAML แบบที่รับ", "The parameter file is not the YAML we accept."),
        where=where,
        why=why,
        hint=say(
            "แก้บรรทัดนั้น ข้อความที่มีเครื่องหมาย : # * ให้อยู่ในอัญประกาศคู่",
            "Mend that line; put text with signs like : # * between double quotes.",
        ),
    )


def _text(path: Path) -> str:
    try:
        with opened(path, largest_mb=_LARGEST_MB) as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            say("อ่านแฟ้มพารามิเตอร์ไม่ได้", "The parameter file cannot be read."),
            where=str(path),
            why=getattr(error, "strerror", None) or str(error),
            hint=say(
                "ตรวจที่อยู่ของแฟ้ม แฟ้มต้องเป็นข้อความ UTF-8",
                "Check the path; the file must be UTF-8 text.",
            ),
        ) from error


def _fit(data: object, path: Path, model: type[Model], context: object) -> Model:
    if not isinstance(data, dict):
        raise ParameterError(
            say("แฟ้มพารามิเตอร์ไม่มีบรรทัดแบบ “ชื่อ: ค่า”", "The parameter file does not hold a mapping."),
            where=str(path),
            hint=say(
                f"เขียนบรรทัดละ “ชื่อ: ค่า” ชื่อที่ใช้ได้คือ {_names(model)}",
                f"Write lines of 'name: value'; the names are: {_names(model)}.",
            ),
        )
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False)
        raise ParameterError(
            say(
                f"แฟ้มพารามิเตอร์มีค่าผิด {len(faults)} ค่า",
                f"The parameter file has {len(faults)} wrong value{'s' * (len(faults) > 1)}.",
            ),
            where=str(path),
            why="\n         ".join(_told(one) for one in faults),
            hint=say(f"ชื่อที่ใช้ได้คือ {_names(model)}", f"The names are: {_names(model)}."),
        ) from error


def _told(fault: ErrorDetails) -> str:
    name = ".".join(map(str, fault["loc"]))
    if fault["type"] in _PLAIN_WORDS:
        return f"{name}: {say(*_PLAIN_WORDS[fault['type']])}"
    if fault["type"] == "value_error":  # one of our own checks, which names the value itself
        return f"{name}: {fault['msg'].removeprefix('Value error, ')}"
    return say(
        f"{name}: {_plainly(fault)} (พบ {fault['input']!r})",
        f"{name}: {fault['msg']} (found {fault['input']!r})",
    )


def _plainly(fault: ErrorDetails) -> str:
    """Say in Thai what pydantic says of a value, by the kind that was wanted."""
    kind = fault["type"]
    return _THAI_WORDS.get(kind) or _THAI_WORDS.get(kind.partition("_")[0], fault["msg"])


def _names(model: type[BaseModel]) -> str:
    return ", ".join(field.alias or name for name, field in model.model_fields.items())
