"""What is painted on a page, read from a picture of it: not what its elements say of themselves."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.chromium import Chromium

_BARS = """[...document.querySelectorAll('{root} [aria-roledescription="bar"]')].map(one => {{
  const box = one.getBoundingClientRect()
  return {{label: one.getAttribute('aria-label'),
           x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height}}
}})"""
_PAINTED = """(async () => {{
  const picture = new Image()
  picture.src = 'data:image/png;base64,{png}'
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const pen = canvas.getContext('2d')
  pen.drawImage(picture, 0, 0)
  const near = (one, other) => one.every((value, at) => Math.abs(value - other[at]) < {room})
  return {boxes}.map(box => {{
    const y = Math.round(box.y + box.height / 2)
    const row = pen.getImageData(0, y, canvas.width, 1).data
    let count = 0
    for (let x = 0; x < canvas.width; x++) {{
      const inside = x >= box.x - 3 && x <= box.x + box.width + 3
      if (inside && near([...row.slice(4 * x, 4 * x + 3)], {colour})) count++
    }}
    return count
  }})
}})()"""
_ROOM = 40


def bars(browser: Chromium, root: str) -> list[dict[str, Any]]:
    """Return the label and the box of every bar of the charts below an element."""
    found: list[dict[str, Any]] = browser.ask(_BARS.format(root=root))
    return found


def painted(
    browser: Chromium, boxes: Sequence[dict[str, Any]], colour: str, file: Path
) -> list[int]:
    """Return how many pixels of a colour are painted along the middle of each box."""
    browser.screenshot(file)
    rgb = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    png = b64encode(file.read_bytes()).decode()
    asked = _PAINTED.format(png=png, boxes=json.dumps([*boxes]), colour=json.dumps(rgb), room=_ROOM)
    found: list[int] = browser.ask(asked)
    return found
