"""Codes of rules that are no more, and the rule that now tells what they told."""

from __future__ import annotations

from collections.abc import Mapping

RETIRED: Mapping[str, str] = {
    "text-count": "text-target",
    "text-posts": "text-target",
    "text-product": "text-total",
    "text-sum": "text-total",
}
"""An office may still name them in ``rules.yaml`` or in its register of waivers."""
