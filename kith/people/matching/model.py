"""How alike two records are, by the Fellegi-Sunter model of splink; Django is not needed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

LIKELY = 0.8
COLUMNS = ("unique_id", "given", "family", "given_sound", "family_sound", "born", "code")


@dataclass(frozen=True)
class LikePair:
    """Two records with how likely they are one person (0 to 1), and what agrees, in words."""

    one: UUID
    other: UUID
    probability: float
    reasons: tuple[str, ...]


def settings() -> SettingsCreator:
    """What is compared, and which pairs are compared at all: those that share a sound, a birthday or a
    number."""
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("given", [0.92, 0.8]),
            cl.JaroWinklerAtThresholds("family", [0.92, 0.8]),
            cl.DateOfBirthComparison("born", input_is_string=True),
            cl.ExactMatch("code"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("family_sound", "born"),
            block_on("given_sound", "born"),
            block_on("given_sound", "family_sound"),
            block_on("code"),
        ],
        probability_two_random_records_match=0.0001,
        retain_intermediate_calculation_columns=True,
    )


def like_pairs(rows: Sequence[Mapping[str, Any]], *, least: float = LIKELY) -> list[LikePair]:
    """Pairs at least `least` likely, the likeliest first. Rows have the keys of `COLUMNS`, all text or None.

    The weights are the model's own starting ones: the people of one register are too few pairs of
    duplicates to train on, and a worker decides on every pair.
    """
    if len(rows) < 2:
        return []
    table = pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in COLUMNS})
    with duckdb.connect(":memory:") as connection:
        api = DuckDBAPI(connection)
        linker = Linker(api.register(table), settings(), log_level="ERROR")
        found = linker.inference.predict(threshold_match_probability=least).as_record_list()
    pairs = [_pair(row) for row in found]
    return sorted(pairs, key=lambda pair: (-pair.probability, pair.one, pair.other))


def _pair(row: Mapping[str, Any]) -> LikePair:
    one, other = sorted([UUID(row["unique_id_l"]), UUID(row["unique_id_r"])])
    words = {"given": "given name", "family": "family name", "born": "date of birth", "code": "number"}
    said = []
    for column, word in words.items():
        if row[f"{column}_l"] is not None and row[f"{column}_l"] == row[f"{column}_r"]:
            said.append(f"same {word}")
        elif int(row[f"gamma_{column}"]) > 0:
            said.append(f"{word} nearly the same")
    return LikePair(one, other, float(row["match_probability"]), tuple(said))
