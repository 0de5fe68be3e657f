"""A static files finder for the few vendored files, so that no whole npm package is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

from kith.design.assets import VENDORED, served_files


class VendoredFinder(BaseFinder):
    """Finds exactly the files named in `kith.design.assets.VENDORED`."""

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file behind a static path; with `find_all`, a list of one; an empty list where there is none.

        None would be taken for a file that was found: Django's other finders answer so too.
        """
        found = served_files().get(path)
        if found is None or not found.is_file():
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Each file present, with a storage whose `prefix` places it below STATIC_URL."""
        for library in VENDORED:
            storage = FileSystemStorage(location=str(library.root))
            storage.prefix = library.prefix  # type: ignore[attr-defined]
            for name in library.files:
                if (library.root / name).is_file():
                    yield name, storage
