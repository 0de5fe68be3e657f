"""Mail leaves by the server that the settings name; in the demonstration into files, in production never into nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kith.config.mail import mail


def test_without_a_server_the_demonstration_writes_files_and_production_sends_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KITH_MAIL_URL", raising=False)
    can, found = mail(tmp_path, production=False)
    assert (can, found["EMAIL_FILE_PATH"]) == (True, str(tmp_path / "mail"))
    assert mail(tmp_path, production=True)[0] is False


@pytest.mark.parametrize(
    ("url", "port", "ssl"),
    [
        ("smtp://kith:p%40ss@mail.example:2525", 2525, False),
        ("smtps://kith:p%40ss@mail.example", 465, True),
    ],
)
def test_a_server_is_named_by_its_address(
    monkeypatch: pytest.MonkeyPatch, url: str, port: int, ssl: bool
) -> None:
    monkeypatch.setenv("KITH_MAIL_URL", url)
    can, found = mail(Path(), production=True)
    assert can
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", port)
    assert (found["EMAIL_USE_SSL"], found["EMAIL_USE_TLS"]) == (ssl, not ssl)
    assert found["EMAIL_HOST_PASSWORD"] == "p@ss"


def test_an_address_that_is_none_is_refused_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_MAIL_URL", "mail.example:25")
    with pytest.raises(ValueError, match="smtp://user:password@server:587"):
        mail(Path(), production=True)
