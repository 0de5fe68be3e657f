"""The house keeps its shape: short files, the field's words, nothing of the machine that made it."""

from __future__ import annotations

import re
import statistics
import subprocess
from pathlib import Path

# The title of the regulations is theirs, not ours.
TITLE = "Care Planning, Placement and Case Review (England) Regulations 2010"
ROOT = Path(__file__).resolve().parents[2]


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--", *patterns], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def lengths(paths: list[Path]) -> list[int]:
    return [len(path.read_text().splitlines()) for path in paths if path.name != "__init__.py"]


def code() -> list[Path]:
    return [path for path in tracked("*.py", "*.html", "*.css", "*.mjs") if "migrations" not in path.parts]


def test_files_stay_short() -> None:
    counted = lengths(code())
    assert statistics.median(counted) <= 80
    assert max(counted) <= 400
    assert sum(1 for each in counted if each < 250) / len(counted) >= 0.9


def test_no_page_letter_export_or_name_says_the_word() -> None:
    word = re.compile(r"\bcases?\b|\bcase_|_case\b|\bcaseload", re.IGNORECASE)
    said = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked("kith/**/*.html", "kith/*/models.py", "kith/*/models/*.py", "kith/**/forms.py")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if word.search(line.replace(TITLE, ""))
    ]
    assert said == []


def test_nothing_names_a_registry_or_a_machine() -> None:
    locks = [*tracked("requirements*.txt"), *tracked("package-lock.json")]
    assert locks
    for lock in locks:
        text = lock.read_text()
        assert "://" not in "\n".join(
            line for line in text.splitlines() if "funding" not in line and '"url"' not in line
        ), lock
        assert '"resolved"' not in text, lock


def test_no_file_is_over_two_megabytes() -> None:
    assert [path.name for path in tracked() if path.stat().st_size > 2 * 1024 * 1024] == []
