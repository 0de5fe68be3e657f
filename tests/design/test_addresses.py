"""Where static files are served is worked out once, and anew where another storage names them."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.test import override_settings

from kith.design.addresses import static

PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


class Elsewhere(StaticFilesStorage):
    def url(self, name: str | None) -> str:
        return f"/elsewhere/{name}"


def test_it_is_worked_out_once() -> None:
    with override_settings(STORAGES=PLAIN):
        with patch.object(StaticFilesStorage, "url", return_value="/static/x.css") as asked:
            assert [static("x.css") for _ in range(3)] == ["/static/x.css"] * 3
        assert asked.call_count == 1


def test_another_storage_names_it_otherwise() -> None:
    with override_settings(STORAGES=PLAIN):
        assert static("kith/kith.css") == "/static/kith/kith.css"
    with override_settings(STORAGES={"staticfiles": {"BACKEND": f"{__name__}.Elsewhere"}}):
        assert static("kith/kith.css") == "/elsewhere/kith/kith.css"
    with override_settings(STORAGES=PLAIN):
        assert static("kith/kith.css") == "/static/kith/kith.css"


def test_what_was_not_found_is_looked_for_again() -> None:
    with (
        override_settings(STORAGES=PLAIN),
        patch.object(StaticFilesStorage, "url", side_effect=[ValueError("not gathered"), "/static/y.css"]),
    ):
        with pytest.raises(ValueError, match="not gathered"):
            static("y.css")
        assert static("y.css") == "/static/y.css"
