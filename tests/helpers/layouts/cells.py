"""How single values are written in a layout: amounts, percents, progress, owners, names."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from helpers.layouts import words

if TYPE_CHECKING:
    from helpers.layouts.layout import Layout
    from helpers.layouts.true_round import Part, TrueProject


class Percent(float):
    """A share that a workbook shows as a percent."""


Value = str | int | float
_FACTORS = {"baht": 1, "thousand": 1_000, "million": 1_000_000}
_DECIMALS = {"baht": 0, "thousand": 1, "million": 4}
_ZEROS = {"blank": "", "dash": "-", "nought": "0", "noughts": "0.00"}
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


class Writer:
    """Writes the values of one layout; the same value in the same place always alike."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def chance(self, *place: object) -> Random:
        """Give the chance that belongs to a place."""
        return Random("/".join(map(str, (self.layout.spelling, *place))))

    def is_plain(self, slot: str) -> bool:
        """Tell whether a kind of value is spelt plainly, whatever chance says."""
        return slot in self.layout.plain

    def one(self, slot: str, choices: tuple[str, ...], *place: object) -> str:
        """Choose a spelling."""
        return choices[0] if self.is_plain(slot) else self.chance(slot, *place).choice(choices)

    def digits(self, text: str) -> str:
        """Write digits as the layout does."""
        return text.translate(_THAI) if self.layout.thai_digits else text

    def amount(self, baht: int | None) -> Value:
        """Write an amount; nothing at all where there is none."""
        if baht is None:
            return ""
        layout = self.layout
        if baht == 0:
            zero = _ZEROS[layout.zero]
            return 0 if layout.amounts == "number" and zero.startswith("0") else self.digits(zero)
        value = baht / _FACTORS[layout.unit]
        if layout.amounts == "number":
            return int(value) if value == int(value) else value
        least = _DECIMALS[layout.unit]
        places = max(2, least) if layout.amounts == "decimals" else least
        end = {"dash": ".-", "word": " บาท"}.get(layout.amounts, "")
        return self.digits(f"{value:,.{places}f}{end}")

    def money_percent(self, part: int, whole: int) -> Value:
        """Write a percent of money."""
        if not whole:
            return self.amount(0)
        share = part / whole
        style = self.layout.percent
        if style == "cell":
            return Percent(share)
        if style == "number" and self.layout.amounts == "number":
            return round(100 * share, 2)
        return self.digits(f"{100 * share:.2f}" + ("%" if style == "sign" else ""))

    def work_percent(self, percent: int) -> Value:
        """Write a percent of work."""
        if self.layout.percent == "cell":
            return Percent(percent / 100)
        styles = ("{}", "{}%", "ร้อยละ {}", "{}.00")
        style = self.one("work percent", styles)
        if style == "{}" and self.layout.amounts == "number":
            return percent
        return self.digits(style.format(percent))

    def fraction(self, percent: int) -> str:
        """Write progress as so much of a hundred."""
        return self.digits(f"{percent}/100")

    def status(self, status: str, *place: object) -> str:
        """Write a status in words."""
        return self.one("status words", words.STATUS_WORDS[status], status, *place)

    def tick(self) -> str:
        """Write a tick."""
        return self.one("tick", words.TICKS)

    def project_name(self, project: TrueProject, number: str) -> str:
        """Write a project's name, with its number where the layout puts it there."""
        layout = self.layout
        prefixed = layout.prefix == "all" or (
            layout.prefix == "mixed" and self.chance("prefix", project.name).random() < 0.5
        )
        name = ("โครงการ" if prefixed else "") + project.name
        if layout.numbering == "in_name":
            mark = self.one("number mark", ("{}. ", "{}.", "{}) "))
            return self.digits(mark.format(number)) + name
        return name

    def part_text(self, part: Part, at: int, number: str) -> str:
        """Write the name of a part as it stands in the projects' column."""
        mark = self.layout.part_mark
        if mark == "dotted":
            within = self.layout.numbering == "in_name"
            return (self.digits(f"{number}.{at}") + " " if within else "") + part.text
        if mark == "word":
            words_ = ("กิจกรรมที่ {} {}", "กิจกรรมที่ {} : {}", "กิจกรรม {} {}", "กิจกรรมที่ {}. {}")
            return self.one("part word", words_).format(self.digits(str(at)), part.text)
        return f"- {part.text}" if mark == "dash" else f"{self.digits(str(at))}) {part.text}"

    def activity(self, part: Part, at: int) -> str:
        """Write an activity in a column of activities."""
        marks = ("{}. {}", "{}.{}", "{}) {}", "กิจกรรมที่ {} {}")
        mark = self.one("activity mark", marks)
        return mark.format(self.digits(str(at)), part.text)

    def owners(self, project: TrueProject) -> str:
        """Write the groups, and the person where the layout puts him there."""
        names = [self.group(one, project.name) for one in project.owners]
        text = names[0]
        if len(names) > 1:
            join = self.one("joint owners", ("1.{}\n2.{}", "{}/{}", "1. {}\n2. {}", "{}, {}"))
            text = join.format(*names)
        if self.layout.owner_form == "person":
            text += self.one("person", (" ({})", "\n({})")).format(project.person)
        return text

    def group(self, group: int, *place: object) -> str:
        """Write a group's name."""
        return self.one("group", words.GROUPS[group], group, *place)

    def no_money(self, project: TrueProject) -> Value:
        """Write what stands in the budget cell of a project that has none."""
        if project.state == "awaiting":
            return self.one("awaited", words.AWAITED)
        said = not self.is_plain("no money") and self.chance("no money").random() < 0.5
        return self.one("no money", words.NO_MONEY) if said else self.amount(0)
