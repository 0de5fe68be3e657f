"""Reading the ONS postcode directory."""

from __future__ import annotations

from pathlib import Path

import pytest

from kith.returns.checking.errors import CheckError
from kith.returns.checking.postcode_file import read_postcodes

OF_OLD = "pcd,pcds,oscty,oslaua,oseast1m,osnrth1m\n"
OF_NOW = "pcd7,pcds,cty25cd,lad25cd,east1m,north1m\n"


@pytest.mark.parametrize("headings", [OF_OLD, OF_NOW])
def test_a_postcode_has_its_upper_tier_authority_and_its_place(tmp_path: Path, headings: str) -> None:
    path = tmp_path / "onspd.csv"
    path.write_text(
        f"{headings}AL1 1AA,al1 1aa,E10000015,E07000240,515000,207000\n"
        "B1  1AA,B1 1AA,E99999999,E08000025,406600,286500\nCF101AA,CF10 1AA,W99999999,W06000015,,\n"
    )
    assert [tuple(row.values()) for row in read_postcodes(path).to_pylist()] == [
        ("AL11AA", "E10000015", 515000, 207000),
        ("B11AA", "E08000025", 406600, 286500),
        ("CF101AA", "WAL", None, None),
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"name,age\nAda,7\n", "is not an ONS postcode file: it has not the headings pcds, lad25cd"),
        (OF_OLD.encode() + b"AL1 1AA,AL1 1AA,,E07000240,here,there\n", "cannot be read as a postcode file"),
        (b"\xff\xfe\x00\x01", "cannot be read as a postcode file"),
        (b"", "is not an ONS postcode file"),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(CheckError, match=says):
        read_postcodes(tmp_path / "x.csv")
