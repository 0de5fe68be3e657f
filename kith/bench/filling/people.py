"""People: names (half of the families bear one of ten surnames), births, numbers, homes, ties, families."""

from __future__ import annotations

from kith.bench.filling.plan import FAMILY, Size
from kith.bench.filling.words import BEGINS, BOYS, COMMON, ENDS, GIRLS, OUTWARD, STREETS, pick

RECORD = "id, recorded_at, source"


def record(what: str, number: str) -> str:
    """SQL: the columns that every record has."""
    return f"bench.id('{what}', {number}), now() - interval '1 day', 'worker'"


def everybody(size: Size) -> str:
    """SQL: number `i`, family `f`, place `p` in it (0 mother, 1 father, 2 grandmother, 3 and 4 children)."""
    numbers = f"generate_series(0::bigint, {size.people - 1}) i"
    return f"(SELECT i, i / {FAMILY} AS f, (i % {FAMILY})::integer AS p FROM {numbers}) x"


SURNAME = (
    f"CASE WHEN bench.dice('common', f, 2) = 0 THEN {pick(COMMON, 'surname', 'f')}"
    f" ELSE {pick(BEGINS, 'begins', 'f')} || {pick(ENDS, 'ends', 'f')} END"
)
OWN_SURNAME = f"{pick(BEGINS, 'own begins', 'i')} || {pick(ENDS, 'own ends', 'i')}"
IS_GIRL = "(p IN (0, 2) OR (p > 2 AND bench.dice('sex', i, 2) = 0))"
GIVEN = f"CASE WHEN {IS_GIRL} THEN {pick(GIRLS, 'given', 'i')} ELSE {pick(BOYS, 'given', 'i')} END"
BORN = (
    "bench.day(CASE WHEN p > 2 THEN 90 + bench.dice('age', i, 6300) WHEN p = 2 THEN 18000 +"
    " bench.dice('age', i, 7000)"
    " ELSE 7500 + bench.dice('age', i, 7500) END)"
)
POSTCODE = (
    f"{pick(OUTWARD, 'place', 'f')} || ' ' || 1 + bench.dice('inward', f, 9)"
    " || chr(65 + bench.dice('one', f, 2)) || chr(68 + bench.dice('two', f, 5))"
)


def statements(size: Size) -> list[tuple[str, str]]:
    """(table, SQL) in the order of their foreign keys."""
    x = everybody(size)
    return [
        (
            "people_person",
            f"INSERT INTO people_person ({RECORD}, birth_knowledge, born_on, sex, ethnicity, how_to_say)"
            f" SELECT {record('person', 'i')}, CASE WHEN bench.dice('guess', i, 50) = 0 THEN 'estimated' ELSE"
            " 'exact' END,"
            f" {BORN}, CASE WHEN {IS_GIRL} THEN 'F' ELSE 'M' END, 'WBRI', '' FROM {x}",
        ),
        (
            "people_personname",
            f"INSERT INTO people_personname ({RECORD}, person_id, kind, given, family, preferred, during)"
            f" SELECT {record('name', 'i')}, bench.id('person', i), 'legal', {GIVEN},"
            f" CASE WHEN p IN (0, 2) AND bench.dice('own', i, 2) = 0 THEN {OWN_SURNAME} ELSE {SURNAME} END,"
            " true,"
            f" daterange({BORN}, NULL) FROM {x}"
            f" UNION ALL SELECT {record('known as', 'i')}, bench.id('person', i), 'known_as',"
            f" {pick(BOYS, 'called', 'i')},"
            f" {SURNAME}, false, daterange({BORN}, NULL) FROM {x} WHERE bench.dice('called too', i, 10) = 0",
        ),
        (
            "people_identifier",
            f"INSERT INTO people_identifier ({RECORD}, person_id, scheme, value, trace_status,"
            " reason_unknown)"
            f" SELECT {record('local', 'i')}, bench.id('person', i), 'local', (1000000 + i)::text, '', ''"
            f" FROM {x}"
            f" UNION ALL SELECT {record('nhs', 'i')}, bench.id('person', i), 'nhs', '999' || lpad((i * 7 %"
            " 10000000)::text, 7, '0'),"
            f" 'traced', '' FROM {x} WHERE p > 2",
        ),
        (
            "people_address",
            f"INSERT INTO people_address ({RECORD}, person_id, kind, lines, postcode, protected, settled,"
            " during)"
            f" SELECT {record('home', 'i')}, bench.id('person', i), 'home', 1 + bench.dice('door', f, 140) ||"
            " ' ' ||"
            f" {pick(STREETS, 'street', 'f')}, {POSTCODE}, bench.dice('protected', f, 200) = 0, true,"
            f" daterange(bench.day(80 + bench.dice('moved', f, 1500)), NULL) FROM {x}",
        ),
        (
            "people_contactpoint",
            f"INSERT INTO people_contactpoint ({RECORD}, person_id, channel, value, protected, safety,"
            " how_it_is_safe, during)"
            f" SELECT {record('phone', 'i')}, bench.id('person', i), 'phone', '01632 960' || lpad((i %"
            " 1000)::text, 3, '0'),"
            f" false, 'safe', '', daterange(bench.day(900), NULL) FROM {x} WHERE p < 3",
        ),
        ("people_relationship", _ties(x, size)),
        (
            "people_family",
            "INSERT INTO people_family (id, recorded_at, source, known_as)"
            f" SELECT {record('family', 'f')}, 'The ' || {SURNAME} || ' family'"
            f" FROM generate_series(0::bigint, {size.families - 1}) f",
        ),
        (
            "people_familymember",
            f"INSERT INTO people_familymember ({RECORD}, family_id, person_id, during)"
            f" SELECT {record('member', 'i')}, bench.id('family', f), bench.id('person', i),"
            f" daterange({BORN}, NULL) FROM {x}",
        ),
    ]


def _ties(x: str, size: Size) -> str:
    """Eleven ties a family: parents, grandmother, brother or sister, partners, friends next door."""
    ties = """(VALUES (3, 0, 'mother', true), (3, 1, 'father', true), (3, 2, 'grandparent', NULL),
        (4, 0, 'mother', true),
        (4, 1, 'father', NULL), (4, 2, 'grandparent', NULL), (3, 4, 'sibling', NULL), (0, 1, 'partner', NULL),
        (0, 2, 'mother', NULL), (3, 8, 'friend', NULL), (0, 5, 'neighbour', NULL)) t(a, b, kind, pr)"""
    return (
        f"INSERT INTO people_relationship ({RECORD}, person_id, other_id, kind, in_their_words, closeness,"
        " lives_together,"
        " parental_responsibility, responsibility_from, during)"
        f" SELECT {record('tie', 'f * 100 + t.a * 10 + t.b')}, bench.id('person', f * {FAMILY} + t.a),"
        f" bench.id('person', (f * {FAMILY} + t.b) % {size.people}), t.kind, '', 1 + bench.dice('close', f,"
        " 4), t.b IN (0, 4),"
        f" t.pr, CASE WHEN t.pr THEN 'birth' ELSE '' END, daterange(bench.day(3000), NULL)"
        f" FROM generate_series(0::bigint, {size.families - 1}) f CROSS JOIN {ties}"
    )
