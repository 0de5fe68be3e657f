"""Only the named files of the browser libraries are found and collected."""

from __future__ import annotations

from django.contrib.staticfiles.finders import find

from kith.design.assets import served_files
from kith.design.finders import VendoredFinder


def test_a_named_file_is_found_and_anything_else_is_not() -> None:
    finder = VendoredFinder()
    served = served_files()
    for path, file in served.items():
        assert finder.find(path) == str(file)
        assert finder.find(path, find_all=True) == [str(file)]
    for path in ("govuk/assets/fonts/bold-b542beb274-v2.woff2", "govuk/../../package.json", "nothing"):
        assert finder.find(path) == finder.find(path, find_all=True) == []
    # Nor do all finders together take it for one: a page asks, and is told that there is none.
    assert find("nothing") is None


def test_collecting_gives_each_file_at_the_place_where_pages_ask_for_it() -> None:
    collected = {f"{storage.prefix}/{name}" for name, storage in VendoredFinder().list(None)}  # type: ignore[attr-defined]
    assert collected == set(served_files())
