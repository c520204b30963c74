"""Messages of a cell, as a client of a kernel receives them, and the outputs they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbformat import NotebookNode

Message = dict[str, Any]
PARENT: Message = {"header": {"msg_id": "cell"}, "metadata": {}, "content": {}}


def answer(kind: str, content: Message, buffers: list[bytes] | None = None) -> Message:
    """Make a message as a client receives it."""
    return {
        "header": {"msg_type": kind},
        "msg_type": kind,
        "parent_header": PARENT["header"],
        "metadata": {},
        "content": content,
        "buffers": buffers or [],
    }


def of_texts(message: Message) -> NotebookNode | None:
    """Make the output of a message whose data are texts and nothing else; None of any other.

    It is what ``nbformat.v4.output_from_msg`` makes, which asks a schema each time: a third of a
    millisecond, and texts under any type are always good.
    """
    from nbformat import NotebookNode

    kind, content = message["msg_type"], message["content"]
    data = content.get("data")
    if kind not in {"execute_result", "display_data"} or content.get("metadata") != {}:
        return None
    if not isinstance(data, dict) or not all(map(_is_text, data.items())):
        return None
    more = {"execution_count": content["execution_count"]} if kind == "execute_result" else {}
    return NotebookNode(output_type=kind, metadata=NotebookNode(), data=NotebookNode(data), **more)


def _is_text(named: tuple[object, object]) -> bool:
    name, held = named
    return type(name) is str and type(held) is str
