"""Collecting a round's progress from the groups that answer for it.

In: a round as it stands. Out: a form a group; what came back, merged as the next version.
To change here: the form (report_form), what is taken (reported, merge), who is asked (shares),
what is kept of who said what (events).
Tests: tests/unit/forms.
"""
