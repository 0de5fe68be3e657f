"""Which files of which browser library are served, and where from.

Nothing of a library is copied into the tree: the set-up fetches it by npm, and these few files are
served from where it lands. The libraries' own fonts, crests and crowns are not in the list, so they
can be neither served nor asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NODE_MODULES = ROOT / "node_modules"
OWN_STATIC = Path(__file__).resolve().parent / "static"


@dataclass(frozen=True)
class Vendored:
    """A library's folder under node_modules, the prefix it is served at, and the files that are served."""

    prefix: str
    folder: str
    files: tuple[str, ...]

    @property
    def root(self) -> Path:
        return NODE_MODULES / self.folder

    def addresses(self) -> dict[str, Path]:
        """Static path (below STATIC_URL) of each served file, to the file."""
        return {f"{self.prefix}/{name}": self.root / name for name in self.files}


VENDORED = (
    # Made of the library at set-up, without its font (docs/adr/0040).
    Vendored("govuk", ".sheets", ("govuk.css",)),
    Vendored(
        "govuk",
        "govuk-frontend/dist/govuk",
        (
            "govuk-frontend.min.js",
            "govuk-frontend.min.js.map",
        ),
    ),
    Vendored(
        "moj",
        "@ministryofjustice/frontend/moj",
        ("moj-frontend.min.css", "moj-frontend.min.css.map"),
    ),
    Vendored("htmx", "htmx.org/dist", ("htmx.min.js",)),
    # Puts the parts of a letter into one file, in the reader's own browser (docs/adr/0186).
    Vendored("fflate", "fflate/esm", ("browser.js",)),
)


def served_files() -> dict[str, Path]:
    """Every vendored static path with its file; the files are there once `npm ci` has run."""
    return {address: path for library in VENDORED for address, path in library.addresses().items()}


def missing_files() -> list[str]:
    """Static paths whose file is not on this machine, so that a start-up check can name them."""
    return sorted(address for address, path in served_files().items() if not path.is_file())
