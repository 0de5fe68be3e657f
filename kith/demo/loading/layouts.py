"""The tables that the demo fills, in the order of their foreign keys, and the columns that it gives."""

from __future__ import annotations

from dataclasses import dataclass

# Array elements of these types hold commas or braces: they travel as text and are cast on arrival.
CAST = frozenset({"daterange", "tstzrange", "jsonb", "uuid[]", "text[]", "bytea"})
# A column is its name and type; `=name` is text that stays blank. Every table has an id, and every record who
# wrote it, when and from where; `!wrote` tables say who wrote each row, `!said` ones when and from where as well,
# and `!bare` ones are not records.
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
people_mayknow !wrote
    person_id:uuid other_id:uuid may:boolean reason:text during:daterange came_from:text review_on:date
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
help_helpoffer !wrote
    person_id:uuid why:text what:text offered_on:date offered_by_id:uuid answer:text
    answered_on:date words:text enquiry:uuid
help_pot
    name:text pays_for:text pence:bigint from_on:date until_on:date
help_helprequest !said
    reference:text asked_at:timestamptz how:text who_asks:text service:text =for_whom
    what_is_hard:text what_would_help:text urgent:boolean family_knows:boolean safe_to:text[]
    phone:text =email =address when_safe:text who_else_sees:text not_safe_to_say:text =language
    told_at:timestamptz told_how:text closed_at:timestamptz covert_id:uuid family_told_on:date
    family_not_told_why:text
help_requestholder !wrote
    request_id:uuid account_id:uuid given_at:timestamptz given_by:uuid words:text
    accepted_at:timestamptz refused_at:timestamptz why:text ended_at:timestamptz
help_askertold !wrote
    request_id:uuid words:text agreed_on:date agreed_by:text
help_thresholddecision !wrote
    request_id:uuid tier:text by_rule:text rule_set:text rules:text[] facts:text[]
    decided_at:timestamptz decided_by_id:uuid reason:text alternative:text letter:text
help_requestperson !wrote
    request_id:uuid person_id:uuid referral_id:uuid
help_familyhelp !wrote
    family_id:uuid request_id:uuid started_on:date ended_on:date why_ended:text words_at_end:text
help_statutorybasis !wrote
    person_id:uuid basis:text during:daterange
help_leadchange !wrote
    family_id:uuid old_id:uuid new_id:uuid on:date reason:text family_view:text view_of:text
    goodbye_on:date hello_on:date no_visit_why:text said_goodbye_on:date met_new_on:date
help_familyassessment !wrote
    family_id:uuid started_on:date finished_on:date agreed_on:date agreed_by_id:uuid
help_assessmentanswer !wrote
    assessment_id:uuid question:text words:text answered_on:date came_from_id:uuid source_event:uuid
    asked_again:boolean
help_adultneed !wrote
    person_id:uuid kind:text words:text since:date until:date label:integer
help_practicalhelp !wrote
    family_id:uuid what:text pence:bigint pot_id:uuid on:date agreed_by_id:uuid
protection_section47
    person_id:uuid referral_id:uuid started_on:date conference_target_on:date conference_on:date
    conference_not_required:boolean strategy_on:date decided_on:date outcome:text
    help_offer_id:uuid =reported_year
protection_preproceedings
    person_id:uuid referral_id:uuid started_on:date letter_sent_on:date
    family_meeting_offered:boolean family_meeting_held:boolean first_meeting_on:date
    review_meetings:smallint decided_on:date applied_to_court_on:date =outcome =reported_year
protection_orderapplication !wrote
    person_id:uuid pre_proceedings_id:uuid kind:text applied_on:date meeting_stood:text
    binding:boolean first_hearing_on:date ended_on:date how_ended:text why_without:text
protection_preproceedingsmeeting
    person_id:uuid pre_proceedings_id:uuid held_on:date
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
care_legalbasis
    person_id:uuid kind:text began_on:date ended_on:date during:daterange =court =order_number =why_ended
care_stay
    person_id:uuid kind:text provider:text began_on:date ended_on:date during:daterange goes_on:text
    why_moved:text =child_says =carers_say
care_ask !said
    person_id:uuid matter:text words:text for_on:date asked_on:date answer_by:date answer:text reason:text
    answered_on:date answered_by:text =unfair_words
care_reviewwish !said
    person_id:uuid kind:text words:text said_on:date =answer
care_aboutme !said
    person_id:uuid topic:text words:text said_on:date
care_memory !said
    person_id:uuid title:text words:text happened:text =who_agreed
care_reviewplanned !wrote
    person_id:uuid planned_for:date child_told_on:date chairs:text =asked_by =participation =decided =for_child
care_agreement
    person_id:uuid basis_id:uuid whose_id:uuid name:text given_as:text agrees:boolean on:date explained:text
    capacity:boolean may_end_it:boolean in_writing:boolean words:text =taken_back_words
care_notdelegated
    person_id:uuid matter:text decides:text reason:text since:date told_on:date
care_carematter
    person_id:uuid kind:text on:date done_on:date words:text
care_careplanpart
    person_id:uuid part:text words:text on:date
care_healthcheck
    person_id:uuid kind:text on:date by_whom:text words:text
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
plan_plan !wrote
    family_id:uuid started_on:date ended_on:date why_ended:text
plan_planbasis !wrote
    plan_id:uuid basis:text during:daterange
plan_planperson !wrote
    plan_id:uuid person_id:uuid part:text
plan_goal !said
    plan_id:uuid words:text label:integer whose_id:uuid in_whose_words:text reached_on:date =why_dropped
plan_step !said
    plan_id:uuid words:text label:integer goal_id:uuid does_it:text person_id:uuid account_id:uuid
    service:text by_on:date keeps_safe:boolean done_on:date how_done:text not_done_on:date
    not_done_why:text
plan_strength !said
    plan_id:uuid words:text label:integer whose_id:uuid
plan_change !said
    plan_id:uuid words:text label:integer met_on:date
plan_planversion !wrote
    plan_id:uuid number:smallint content:jsonb labels:integer concerns:uuid[] agreed_on:date
    agreed_by_id:uuid why_only_parents:text
plan_planreview !wrote
    plan_id:uuid on:date who_came:text what_changed:text next_on:date
plan_progress !said
    plan_id:uuid item:uuid side:text person_id:uuid account_id:uuid how:text words:text on:date
plan_answer !said
    plan_id:uuid item:uuid person_id:uuid words:text agrees:boolean
plan_planshare !wrote
    plan_id:uuid item:uuid organisation_id:uuid
decisions_meetingoffer !wrote
    family_id:uuid kind:text offered_by_id:uuid offered_on:date how_explained:text
    in_letter:boolean stage:text
decisions_meetingperson !wrote
    offer_id:uuid person_id:uuid part:text
decisions_offeranswer !wrote
    offer_id:uuid person_id:uuid answer:text answered_on:date words:text
decisions_familymeeting !wrote
    offer_id:uuid kind:text coordinator_id:uuid asked_on:date why_agreed:text safety_notes:text
    planned_at:timestamptz held_on:date closed_on:date why_closed:text
decisions_exemption !wrote
    person_id:uuid reason:text asked_by_id:uuid authorised_by_id:uuid decided_on:date
decisions_networkperson !said
    meeting_id:uuid person_id:uuid name:text tie:text named_by:text part:text may_ask:text
    agreed_with:text only_if_id:uuid only_if_agreed_on:date orders:text orders_checked_with:text
    orders_allow:text
decisions_neverreason !wrote
    network_id:uuid reason:text
decisions_prepared !wrote
    network_id:uuid prepared_on:date notes:text safe_how:text travel:text =language needs:text
    advocate:text
decisions_privatecheck !wrote
    network_id:uuid when:text asked_on:date could_say:text withdrawn:boolean words:text
decisions_invitation !wrote
    network_id:uuid way:text =language come_at:timestamptz place:text words:text sent_on:date
decisions_invitationanswer !wrote
    invitation_id:uuid answer:text answered_on:date say_before:text asks_for:text
decisions_stage !wrote
    meeting_id:uuid stage:text from_at:timestamptz to_at:timestamptz
decisions_familyplanline !wrote
    plan_id:uuid position:smallint words:text could_care_id:uuid
decisions_familyplan !wrote
    meeting_id:uuid number:smallint agreed_on:date
decisions_authorityanswer !wrote
    line_id:uuid answer:text reason:text gives:text decided_by_id:uuid answered_on:date
decisions_monitor !wrote
    plan_id:uuid network_id:uuid what:text
decisions_reviewmeeting !wrote
    meeting_id:uuid planned_for:date held_on:date came_of_it:text
decisions_feedback !said
    meeting_id:uuid person_id:uuid score:smallint words:text
kinship_caring
    child_id:uuid carer_id:uuid kind:text since:date known_on:date offer_given_on:date until:date
    why_ended:text after_care:boolean works:text contact_id:uuid
kinship_gathering
    kind:text title:text what:text at:timestamptz place:text confidential:boolean childcare:boolean
    expenses:boolean =called_off
kinship_checkin
    caring_id:uuid age:smallint due_on:date done_on:date words:text
kinship_temporaryapproval
    child_id:uuid carer_id:uuid began_on:date runs_until:date looked_at:text agreement_on:date
    agreed_by:uuid agreed_on:date ended_on:date how_ended:text
kinship_approvalextension
    approval_id:uuid kind:text began_on:date runs_until:date still_best:text panel_on:date
    reviewing_told_on:date
kinship_maydecide
    caring_id:uuid what:text may:boolean words:text
kinship_needtoknow
    child_id:uuid words:text concerns_id:uuid why_needed:text
kinship_supportline
    caring_id:uuid need:text words:text what:text who:text by_on:date done_on:date
    stopped_because:text
kinship_request
    caring_id:uuid person_id:uuid kind:text kind_then:text words:text asked_on:date answer:text
    reason:text pence:integer answered_on:date began_on:date
kinship_award
    caring_id:uuid weekly_pence:integer from_on:date until:date ended:text rules:text facts:jsonb
    lines:jsonb reason:text agreement_on:date review_on:date
kinship_fullassessment
    child_id:uuid route:text started_on:date finished_on:date outcome:text
kinship_assessedadult
    assessment_id:uuid person_id:uuid
kinship_said
    assessment_id:uuid person_id:uuid question:text words:text on:date carried_id:uuid again:boolean
kinship_ownanswer
    assessment_id:uuid person_id:uuid words:text on:date
bonds_apartbecause !wrote
    child_id:uuid sibling_id:uuid reason:text words:text their_view:text reunite:text plan:text by_when:date
    look_again_on:date on:date
bonds_timeplan !wrote
    child_id:uuid tie:text how:text times:smallint every:text what:text travel:text agreed_with:text
    orders_checked_on:date from_on:date =why_ended
bonds_timewith !wrote
    plan_id:uuid person_id:uuid name:text
bonds_meet !wrote
    plan_id:uuid at:timestamptz place:text stands:text why_missed:text why_not_again:text =words =child_said
bonds_linksjourney !wrote
    child_id:uuid offered_on:date how:text answer:text answered_on:date ask_again_on:date plan:text plan_with:text
    plan_on:date =why_ended
bonds_linkperson !said
    child_id:uuid name:text tie:text by_child:boolean known_id:uuid stands:text found:text despite_at:timestamptz why:text
    told_on:date look_again_on:date consent_on:date consent_how:text shares:text =despite
bonds_linkdrawn !said
    child_id:uuid when:text name:text tie:text closeness:smallint
bonds_lifelongbond !said
    child_id:uuid link_id:uuid name:text child_words:text child_chose_on:date other_words:text other_how:text
    other_chose_on:date
bonds_goinghome !wrote
    child_id:uuid to_whom:text assessed_on:date risk:text changed:text worries:text agreed_on:date agreed_by:text
    route:text home_on:date skipped:text ended_on:date came_of_it:text end_words:text =approved_by
bonds_homemust !wrote
    way_id:uuid child_id:uuid what:text who:text help:text by_when:date done_on:date
bonds_homesay !wrote
    way_id:uuid child_id:uuid person_id:uuid says:text words:text said_on:date shown_on:date how_prepared:text
bonds_homenight !wrote
    way_id:uuid child_id:uuid from_on:date until:date went:text child_said:text
bonds_homelookedat !wrote
    way_id:uuid child_id:uuid on:date goes:text child_said:text family_said:text extra_help:text
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
# Parts of a family's plan come before the plan: once it is agreed the database takes no part more.


@dataclass(frozen=True, slots=True)
class Layout:
    """One table: names and PostgreSQL types of the given columns, and names of those that stay blank."""

    table: str
    columns: tuple[tuple[str, str], ...]
    blank: tuple[str, ...]
    record: bool
    wrote: bool
    said: bool = False


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
    given = [("id", "uuid"), *([("recorded_by", "uuid")] if mark in {"wrote", "said"} else [])]
    given += [("recorded_at", "timestamptz"), ("source", "text")] if mark == "said" else []
    given += [(name, sort) for name, _, sort in (part.partition(":") for part in parts if part[0] != "=")]
    blank = tuple(part[1:] for part in parts if part[0] == "=")
    return Layout(table, tuple(given), blank, mark != "bare", mark == "wrote", mark == "said")


LAYOUTS: dict[str, Layout] = _layouts()
