"""A log line of an error says what kind it was and where, and nothing that it was about."""

from __future__ import annotations

import io
import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, connections, transaction

from kith.core.logs import NoPersonalData
from tests.support import make


def written(error: BaseException) -> str:
    """What the log of the settings' own shape holds after this error."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter(settings.LOGGING["formatters"]["plain"]["format"]))
    handler.addFilter(NoPersonalData())
    fault = (type(error), error, error.__traceback__)
    handler.handle(
        logging.LogRecord("x", logging.ERROR, __file__, 1, "Failed: %s", ("/people/?q=Ada",), fault)
    )
    return out.getvalue()


@pytest.mark.database
def test_of_a_row_that_the_database_refused_the_log_holds_no_word() -> None:
    with transaction.atomic(using=make.OWNER), connections[make.OWNER].cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE name (given text, family text CHECK (family = ''), born date)")
        with pytest.raises(IntegrityError) as refused:
            cursor.execute("INSERT INTO name VALUES ('Amelia', 'Hart', '2024-03-09')")
        transaction.set_rollback(True, using=make.OWNER)
    assert "Amelia, Hart, 2024-03-09" in str(refused.value)
    text = written(refused.value)
    for word in ("Amelia", "Hart", "2024-03-09", "DETAIL", "q=Ada"):
        assert word not in text
    assert "django.db.utils.IntegrityError" in text
    assert "psycopg.errors" in text, "and what it arose from"
    assert f"{__file__}:" in text


def test_an_error_that_hides_what_it_arose_from_stays_short_and_one_that_arose_from_itself_ends() -> None:
    error = ValueError("Amelia Hart")
    error.__context__, error.__suppress_context__ = KeyError("Ada"), True
    assert "KeyError" not in written(error)
    error.__suppress_context__ = False
    assert "builtins.KeyError" in written(error)
    error.__context__.__context__ = error
    assert written(error).count("builtins.ValueError") == 1


def test_the_secret_of_a_providers_link_is_not_logged() -> None:
    record = logging.LogRecord(
        "x", logging.INFO, "f", 1, "GET /directory/still-right/aB3-_x/ 200", None, None
    )
    NoPersonalData().filter(record)
    assert record.getMessage() == "GET /directory/still-right/<secret>/ 200"
