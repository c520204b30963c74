"""Projects and activities of the round before that are not there any more."""

from __future__ import annotations

from helpers.earlier import SECOND, a_round, found

GONE, LOST = "history-project-gone", "history-activity-gone"
KEPT = {"project_no": "1.1", "name": "โครงการอบรมครู"}
OTHER = {"project_no": "1.2", "name": "โครงการธนาคารขยะรีไซเคิลในโรงเรียน"}


def test_a_project_that_vanished() -> None:
    """It is told with its name and money, as a matter of the whole document."""
    lines: list[dict[str, object]] = [{"budget": 1000.0}, {"project_no": "1.2", "budget": 700.0}]
    before = a_round(projects=[KEPT, OTHER], lines=lines)
    [one] = found(GONE, before, a_round(SECOND, projects=[KEPT]))
    assert (one.project_no, one.subject, one.district) == ("", "project_no_before=1.2", "0101")
    assert "ธนาคารขยะ" in one.message
    assert "700 บาท" in one.message
    assert not found(GONE, before, a_round(SECOND, projects=[KEPT, OTHER], lines=lines))


def test_a_renumbered_project_has_not_vanished() -> None:
    """It is known again by its name."""
    before = a_round(projects=[KEPT, OTHER])
    after = a_round(SECOND, projects=[KEPT, {**OTHER, "project_no": "1.7"}])
    assert not found(GONE, before, after)


def test_activities_that_vanished_are_told_once_a_project() -> None:
    """With their words; a new one in another's place is no loss of a third."""
    before = a_round(
        activities=[{"text": "อบรมครูแกนนำ"}, {"activity_no": "2", "text": "สรุปผลส่งเขต"}]
    )
    [one] = found(LOST, before, a_round(SECOND))
    assert one.project_no == "1.1"
    assert "สรุปผลส่งเขต" in one.message
    assert one.cells == ()
    assert one.refs
    assert not found(LOST, a_round(), before)
