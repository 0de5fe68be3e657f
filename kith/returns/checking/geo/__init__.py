"""Where postcodes lie and which authority is which, from the files beside this one (see README.md)."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

import pyarrow as pa
import pyarrow.csv as pa_csv

from kith.returns.checking.geo.invented import invented_authorities

_COUNTRIES = {"W": "WAL", "S": "SCO", "N": "NIR"}
# Words that one list writes beside an authority's name and another does not.
_STYLES = re.compile(
    r"\b(city of|county of|london borough of|royal borough of|metropolitan borough of|"
    r"(metropolitan |london |royal )?borough|(city|county|borough|district|metropolitan|unitary) council|"
    r"council|county|city|unitary authority)\b"
)


@cache
def centroids() -> pa.Table:
    """The middle of each outcode ("AL1") and sector ("AL1 1") of England, and of each outcode of Wales.

    `place`; `la`, the ONS code of the upper-tier authority of most of it, "WAL", or null where its country
    is in doubt; `east` and `north`, metres of the national grid; `sole`, whether all of it lies there.
    """
    return pa_csv.read_csv(
        pa.BufferReader((files("kith.returns.checking.geo") / "centroids.csv").read_bytes()),
        read_options=pa_csv.ReadOptions(use_threads=False),
        convert_options=pa_csv.ConvertOptions(
            column_types={"place": pa.string(), "la": pa.string(), "sole": pa.bool_()},
            strings_can_be_null=True,
        ),
    )


@cache
def _authorities() -> list[dict[str, str]]:
    text = (files("kith.returns.checking.geo") / "authorities.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def upper_tier() -> dict[str, str]:
    """Each ONS code of an English district or authority, to that of its upper-tier authority.

    Barnsley and Sheffield have two codes each; the one that DfE publishes by stands for both.
    """
    return {row["code"]: row["upper"] for row in _authorities()}


def is_authority(code: str) -> bool:
    """Whether an ONS code is that of an authority with children's services, under either code where it has two.

    Kithshire and its neighbours, which the demonstration invents, count as well.
    """
    known = code in upper_tier() and not code.startswith("E07")
    return known or code in invented_authorities().values()


def same_authority(code: str) -> list[str]:
    """Every ONS code of the authority that `code` is: itself first."""
    upper = upper_tier().get(code, code)
    twins = [other for other, its in upper_tier().items() if its == upper and other[:3] == upper[:3]]
    return list(dict.fromkeys([code, *twins]))


def authority_of(written: str | None, own: str | None = None) -> str | None:
    """The authority that a list means by a name ("Bristol City Council"), a DfE number ("801") or ONS code.

    Gives the ONS code of the upper-tier authority, "WAL", "SCO" or "NIR"; None where there is none such.
    `own`: the council's own code, written as it writes it where it has two.
    """
    text = (written or "").strip()
    if re.fullmatch(r"[A-Za-z]\d{8}", text):
        # An authority's code that is not of today's stands for itself.
        code = text.upper()
        itself = code if re.match(r"E(06|08|09|10)", code) else None
        found = _COUNTRIES.get(code[0]) or upper_tier().get(code, itself)
        found = code if code == own else found
    elif text.upper() in _COUNTRIES.values():
        found = text.upper()
    else:
        found = _known_as().get(_plain(text))
    return own if own and found and found in same_authority(own) else found


@cache
def _known_as() -> dict[str, str]:
    whole = [row for row in _authorities() if row["code"] == row["upper"]]
    known = {_plain(row["name"]): row["code"] for row in whole} | {row["dfe"]: row["code"] for row in whole}
    known |= {_plain(written): code for written, code in invented_authorities().items()}
    return known | {_plain(name): code for code, name in _OTHER_NAMES.items()}


# By which DfE and Ofsted know them too.
_OTHER_NAMES = {"E06000010": "Hull", "E06000047": "Durham", "E06000058": "Bournemouth Christchurch Poole"}


def _plain(name: str) -> str:
    words = re.sub(r"[^a-z0-9 ]", "", name.lower().replace("&", " and ").replace("-", " ").replace(",", " "))
    return " ".join(_STYLES.sub(" ", " ".join(words.split())).split())
