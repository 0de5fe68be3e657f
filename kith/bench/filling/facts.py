"""What duties are worked out from: referrals, assessments, protection plans, episodes of care, reviews."""

from __future__ import annotations

from kith.bench.filling.people import RECORD, everybody, record
from kith.bench.filling.plan import Size

CHILD = "bench.id('person', i)"
CAME = "30 + bench.dice('referred', f, 700)"
IN_CARE = "p > 2 AND bench.dice('in care', f, 10) = 0"


def statements(size: Size) -> list[tuple[str, str]]:
    """(table, SQL) in the order of their foreign keys."""
    x = everybody(size)
    here = f"f % {size.stride} = 0"
    return [
        (
            "help_referral",
            f"INSERT INTO help_referral ({RECORD}, person_id, referred_on, referral_source, primary_need,"
            " closed_on,"
            " reason_closed, no_further_action, reported_year)"
            f" SELECT {record('referral', 'i')}, {CHILD}, bench.day({CAME}), '3A', 'N1',"
            f" CASE WHEN NOT {here} THEN bench.day(({CAME}) / 2) END, CASE WHEN NOT {here} THEN 'RC9' ELSE ''"
            " END, false, ''"
            f" FROM {x} WHERE p > 2",
        ),
        (
            "help_assessment",
            f"INSERT INTO help_assessment ({RECORD}, person_id, referral_id, started_on, authorised_on,"
            " reported_year)"
            f" SELECT {record('assessment', 'i')}, {CHILD}, bench.id('referral', i), bench.day({CAME} - 1),"
            f" CASE WHEN {CAME} > 90 THEN bench.day({CAME} - 40) END, '' FROM {x} WHERE p > 2",
        ),
        (
            "protection_childprotectionplan",
            f"INSERT INTO protection_childprotectionplan ({RECORD}, person_id, referral_id, started_on,"
            " initial_category,"
            f" latest_category, previous_plans, reported_year) SELECT {record('plan', 'i')}, {CHILD},"
            " bench.id('referral', i),"
            f" bench.day(({CAME}) / 2), 'NEG', 'NEG', 0, '' FROM {x} WHERE p > 2 AND {here} AND"
            " bench.dice('plan', f, 6) = 0",
        ),
        (
            "care_episode",
            f"INSERT INTO care_episode ({RECORD}, person_id, started_on, during, reason_new_episode,"
            " legal_status, need,"
            " placement_type, provider, reason_ceased, reason_place_change, reported_year)"
            f" SELECT {record('episode', 'i')}, {CHILD}, bench.day({CAME}), daterange(bench.day({CAME}),"
            " NULL), 'S', 'C2', 'N1',"
            f" 'U4', 'PR1', '', '', '' FROM {x} WHERE {IN_CARE}",
        ),
        (
            "care_episodeplace",
            f"INSERT INTO care_episodeplace ({RECORD}, person_id, episode_id, home_postcode,"
            f" placement_postcode, urn) SELECT {record('place', 'i')}, {CHILD}, bench.id('episode', i),"
            f" 'KH1 1AD', 'KH2 2AD', '' FROM {x} WHERE {IN_CARE}",
        ),
        (
            "care_review",
            f"INSERT INTO care_review ({RECORD}, person_id, reviewed_on, participation, reported_year)"
            f" SELECT {record('review', 'i * 10 + k')}, {CHILD}, bench.day(({CAME}) * k / 4), 'PN1', ''"
            f" FROM {x} CROSS JOIN generate_series(1, 3) k WHERE {IN_CARE}",
        ),
    ]
