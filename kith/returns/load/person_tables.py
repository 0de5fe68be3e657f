"""What both returns say of the person: birth, sex, ethnicity, death. A blank never wipes out what is held."""

from __future__ import annotations

from kith.returns.load.shapes import Check, FactTable, kept

_SEX = "('M', 'F', 'U')"


def _sex(column: str) -> Check:
    return Check(
        column,
        f's."{column}" NOT IN {_SEX}',
        f"'{column} is ' || s.\"{column}\" || ', which is none of M, F and U. Correct it in the file.'",
    )


def _long(column: str, limit: int) -> Check:
    return Check(
        column,
        f'length(s."{column}") > {limit}',
        f"'{column} is longer than {limit} characters. Correct it in the file.'",
    )


PERSON_TABLES = (
    FactTable(
        "ssda903",
        "Header",
        "people_person",
        key=(),
        values=(
            kept(
                "birth_knowledge",
                "DOB",
                "CASE WHEN s.\"DOB\" IS NULL THEN t.birth_knowledge ELSE 'exact' END",
            ),
            kept("born_on", "DOB"),
            kept("sex", "SEX"),
            kept("ethnicity", "ETHNIC"),
        ),
        remembers_year=False,
        about_person=True,
        checks=(_sex("SEX"), _long("ETHNIC", 4), _long("UPN", 40)),
    ),
    FactTable(
        "cin",
        "ChildIdentifiers",
        "people_person",
        key=(),
        values=(
            kept(
                "birth_knowledge",
                "PersonBirthDate",
                "CASE WHEN s.\"PersonBirthDate\" IS NOT NULL THEN 'exact'"
                " WHEN s.\"ExpectedPersonBirthDate\" IS NOT NULL AND t.birth_knowledge <> 'exact' THEN"
                " 'expected'"
                " ELSE t.birth_knowledge END",
            ),
            kept(
                "born_on",
                "PersonBirthDate",
                "coalesce(s.\"PersonBirthDate\", CASE WHEN t.birth_knowledge <> 'exact'"
                ' THEN s."ExpectedPersonBirthDate" END, t.born_on)',
            ),
            kept("sex", "Sex", 'coalesce(s."Sex", s."GenderCurrent", t.sex)'),
            kept("died_on", "PersonDeathDate"),
        ),
        span=("PersonBirthDate", "PersonDeathDate"),
        remembers_year=False,
        about_person=True,
        checks=(_sex("Sex"), _sex("GenderCurrent"), _long("UPN", 40), _long("FormerUPN", 40)),
    ),
    FactTable(
        "cin",
        "ChildCharacteristics",
        "people_person",
        key=(),
        values=(kept("ethnicity", "Ethnicity"),),
        remembers_year=False,
        about_person=True,
        checks=(_long("Ethnicity", 4),),
    ),
)
