"""What stands in the columns of money: a project's figures, a part's, and their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.layouts.layout import Layout
    from helpers.layouts.true_round import Part, TrueProject

Figures = Mapping[str, int]


def project_figures(project: TrueProject, layout: Layout, until: int) -> Figures:
    """Work out all columns of a project, with the periods up to a quarter filled."""
    spent = project.disbursed(until)
    bound = project.committed if "committed" in layout.money else 0
    figures = {
        "planned": project.planned,
        "budget": project.budget,
        "transferred": project.transferred,
        "committed": project.committed,
        "disbursed": spent,
        "sum": spent,
        "remaining": project.budget - spent - bound,
    }
    figures |= {f"kind {n}": amount for n, amount in enumerate(project.kinds, 1)}
    figures |= {f"month {n}": amount for n, amount in enumerate(project.months[: 3 * until])}
    each = project.budget // 400 * 100
    for n in range(1, 5):
        figures[f"plan {n}"] = each if n < 4 else project.budget - 3 * each
        if n <= until:
            figures |= {
                f"quarter {n}": project.in_quarter(n),
                f"until {n}": project.disbursed(n),
            }
    return figures


def part_figures(part: Part, layout: Layout) -> Figures:
    """Work out the columns of a part."""
    bound = part.committed if "committed" in layout.money else 0
    return {
        "budget": part.budget,
        "committed": part.committed,
        "disbursed": part.disbursed,
        "remaining": part.budget - part.disbursed - bound,
    }


def summed(many: Iterable[Figures]) -> Figures:
    """Add up column by column."""
    total: Counter[str] = Counter()
    for one in many:
        total.update(one)
    return total
