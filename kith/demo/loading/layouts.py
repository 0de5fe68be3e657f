"""The tables that the demo fills, in the order of their foreign keys, and the columns that it gives."""

from __future__ import annotations

from dataclasses import dataclass

# Array elements of these types hold commas or braces: they travel as text and are cast on arrival.
CAST = frozenset({"daterange", "tstzrange", "jsonb", "uuid[]", "bytea"})
# A column is its name and type; `=name` is text that stays blank. Every table has an id, and every record who
# wrote it, when and from where; `!wrote` tables say who wrote each row, `!bare` ones are not records.
TABLES = """
access_organisation !bare
    name:text kind:text
access_team !bare
    organisation_id:uuid name:text duty_number:text
access_account !bare
    password:text login:text display_name:text role:text organisation_id:uuid team_id:uuid
    job_title:text phone:text is_active:boolean from_on:date until_on:date
people_person
    birth_knowledge:text born_on:date sex:text ethnicity:text =how_to_say
people_personname
    person_id:uuid kind:text given:text family:text preferred:boolean during:daterange
people_identifier
    person_id:uuid scheme:text value:text trace_status:text reason_unknown:text
people_language
    person_id:uuid language:text use:text
people_personneed
    person_id:uuid need:text
people_disability
    person_id:uuid code:text
people_relationship
    person_id:uuid other_id:uuid kind:text in_their_words:text parental_responsibility:boolean
    responsibility_from:text during:daterange
people_address
    person_id:uuid kind:text lines:text postcode:text protected:boolean settled:boolean
    during:daterange
people_contactpoint
    person_id:uuid channel:text value:text protected:boolean safety:text how_it_is_safe:text
    during:daterange
people_mayknow
    person_id:uuid other_id:uuid may:boolean reason:text during:daterange
people_family
    known_as:text
people_familymember
    family_id:uuid person_id:uuid during:daterange
access_notyettold
    persons:uuid[] reason:text since:timestamptz =who_was_told_what
access_involvement
    account_id:uuid person_id:uuid role:text label_mask:integer during:daterange reason_ended:text
    arises_from_id:uuid
access_dooraccess
    account_id:uuid person_id:uuid capacity:text during:tstzrange
access_restriction
    person_id:uuid kind:text reason:text check_with:text during:daterange
access_restrictionallows
    restriction_id:uuid account_id:uuid
help_referral
    person_id:uuid referred_on:date referral_source:text primary_need:text closed_on:date
    reason_closed:text no_further_action:boolean =reported_year
help_assessment
    person_id:uuid referral_id:uuid started_on:date authorised_on:date =reported_year
help_assessmentfactor
    person_id:uuid assessment_id:uuid code:text
help_childinneedplan
    person_id:uuid referral_id:uuid started_on:date ended_on:date =reported_year
protection_section47
    person_id:uuid referral_id:uuid started_on:date conference_target_on:date conference_on:date
    conference_not_required:boolean =reported_year
protection_childprotectionplan
    person_id:uuid referral_id:uuid started_on:date ended_on:date initial_category:text
    latest_category:text previous_plans:smallint =reported_year
protection_protectionplanreview
    person_id:uuid plan_id:uuid reviewed_on:date
care_episode
    person_id:uuid started_on:date ceased_on:date during:daterange reason_new_episode:text
    legal_status:text need:text placement_type:text provider:text reason_ceased:text
    reason_place_change:text same_home_as_before:boolean =reported_year
care_episodeplace
    person_id:uuid episode_id:uuid home_postcode:text placement_postcode:text urn:text
care_review
    person_id:uuid reviewed_on:date participation:text =reported_year
care_missingepisode
    person_id:uuid kind:text began_on:date ended_on:date =reported_year
care_healthyear
    person_id:uuid collection_year:text sdq_score:smallint sdq_reason:text convicted:boolean
    health_check:boolean immunisations:boolean teeth_check:boolean health_assessment:boolean
    substance_misuse:boolean intervention_received:boolean intervention_offered:boolean
care_careleavercontact
    person_id:uuid collection_year:text in_touch:text activity:text accommodation:text
care_placedforadoption
    person_id:uuid decided_on:date ceased_on:date reason_ceased:text =reported_year
care_adoption
    person_id:uuid collection_year:text decided_on:date matched_on:date by_foster_carer:boolean
    adopters:smallint adopters_sex:text adopters_legal_status:text
care_previouspermanence
    person_id:uuid collection_year:text kind:text authority:text date_as_given:text ordered_on:date
care_unaccompaniedperiod
    person_id:uuid ceased_on:date =reported_year
care_motherhood
    person_id:uuid is_mother:boolean first_child_born_on:date =reported_year
care_socialworkerepisode
    person_id:uuid worker_number:text started_on:date ended_on:date reason:text =reported_year
story_event !wrote
    kind:text action:text happened_at:timestamptz all_day:boolean title:text facts:jsonb
    label:integer written_by_name:text covert_id:uuid
story_about !wrote
    event_id:uuid person_id:uuid happened_at:timestamptz part:text
story_passage !wrote
    event_id:uuid position:smallint person_id:uuid label:integer text:text sealed:bytea
    whose_words:text
access_release !wrote
    reader_id:uuid kind:text item:uuid prepared:boolean how_prepared:text released_at:timestamptz
returns_loadedfile !bare
    run:uuid name:text kind:text table:text collection_year:text digest:text rows_read:integer
    rows_new:integer rows_changed:integer rows_unchanged:integer rows_held:integer
    rows_refused:integer loaded_at:timestamptz loaded_by:uuid
returns_stagedrow
    person_id:uuid loaded_file_id:uuid file:text kind:text table:text row:bigint child:text
    values:jsonb digest:text outcome:text field:text reason:text =settlement
"""


@dataclass(frozen=True, slots=True)
class Layout:
    """One table: names and PostgreSQL types of the given columns, and names of those that stay blank."""

    table: str
    columns: tuple[tuple[str, str], ...]
    blank: tuple[str, ...]
    record: bool
    wrote: bool


def _layouts() -> dict[str, Layout]:
    specs: dict[str, list[str]] = {}
    heading = ""
    for line in TABLES.strip().splitlines():
        if line.startswith(" "):
            specs[heading] += line.split()
        else:
            heading = line
            specs[heading] = []
    return {heading.split()[0]: _layout(heading, parts) for heading, parts in specs.items()}


def _layout(heading: str, parts: list[str]) -> Layout:
    table, _, mark = heading.partition(" !")
    given = [("id", "uuid"), *([("recorded_by", "uuid")] if mark == "wrote" else [])]
    given += [(name, sort) for name, _, sort in (part.partition(":") for part in parts if part[0] != "=")]
    blank = tuple(part[1:] for part in parts if part[0] == "=")
    return Layout(table, tuple(given), blank, mark != "bare", mark == "wrote")


LAYOUTS: dict[str, Layout] = _layouts()
