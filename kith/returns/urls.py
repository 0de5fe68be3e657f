"""Addresses of rows that wait to be settled, and of what the rules find in the live record."""

from __future__ import annotations

from django.urls import path

from kith.returns.findings.board_pages import findings_board, findings_figures
from kith.returns.findings.officer import finding_officer, findings_notes, findings_of_rule
from kith.returns.findings.staff import mine_to_mend, person_finding, person_mend
from kith.returns.items.pages import returns_items
from kith.returns.recording.pages import person_fact, person_facts
from kith.returns.recording.place_page import person_episode_place
from kith.returns.settling.staff import person_settle, person_settle_row, returns_row, returns_waiting

urlpatterns = [
    path("returns/waiting/", returns_waiting, name="returns_waiting"),
    path("returns/waiting/<uuid:row>/", returns_row, name="returns_row"),
    path("returns/findings/", findings_board, name="returns_findings"),
    path("returns/findings/figures.csv", findings_figures, name="returns_findings_figures"),
    path("returns/findings/notes.csv", findings_notes, name="returns_findings_notes"),
    path("returns/findings/rule/", findings_of_rule, name="returns_findings_rule"),
    path("returns/findings/<uuid:finding>/", finding_officer, name="returns_finding"),
    path("returns/items/", returns_items, name="returns_items"),
    path("returns/mend/", mine_to_mend, name="returns_mend"),
    path("people/<uuid:person_id>/mend/", person_mend, name="person_mend"),
    path("people/<uuid:person_id>/mend/<uuid:finding>/", person_finding, name="person_finding"),
    path("people/<uuid:person_id>/facts/", person_facts, name="person_facts"),
    path("people/<uuid:person_id>/facts/<str:table>/", person_fact, name="person_fact_new"),
    path("people/<uuid:person_id>/facts/<str:table>/<uuid:fact>/", person_fact, name="person_fact"),
    path(
        "people/<uuid:person_id>/facts/care_episode/<uuid:episode>/place/",
        person_episode_place,
        name="person_episode_place",
    ),
    path("people/<uuid:person_id>/settle/", person_settle, name="person_settle"),
    path("people/<uuid:person_id>/settle/<uuid:row>/", person_settle_row, name="person_settle_row"),
]
