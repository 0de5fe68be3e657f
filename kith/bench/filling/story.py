"""Five events for each person, written in the order of time, so that one person's lie far apart on disk."""

from __future__ import annotations

from kith.bench.filling.people import RECORD
from kith.bench.filling.plan import EVENTS_A_PERSON, FAMILY, Size
from kith.bench.filling.words import NOTES, pick

KIND = (
    "(ARRAY['note','note','note','note','visit','visit','call','call','meeting','own_words'])"
    "[1 + bench.dice('kind', e, 10)]"
)
TITLE = (
    "(ARRAY['A note of the week','A visit at home','A call with school','A talk with family','A meeting"
    " about the plan'])"
    "[1 + bench.dice('title', e, 5)]"
)
AT = (
    "bench.day(k * 60 + bench.dice('ago', e, 60) + 1) + interval '9 hours'"
    " + bench.dice('minute', e, 480) * interval '1 minute'"
)


def statements(size: Size) -> list[tuple[str, str]]:
    """(table, SQL): events, whom they are about (a third of the elder child's are about both), passages."""
    e = (
        f"(SELECT k * {size.people}::bigint + i AS e, k, i, (i % {FAMILY})::integer AS p FROM"
        f" generate_series({EVENTS_A_PERSON - 1}, 0, -1) k CROSS JOIN generate_series(0::bigint,"
        f" {size.people - 1}) i) x"
    )
    return [
        (
            "story_event",
            f"INSERT INTO story_event ({RECORD}, kind, action, happened_at, all_day, title, facts, label,"
            " written_by_name)"
            f" SELECT bench.id('event', e), {AT}, 'worker', {KIND}, 'story.write_note', {AT}, false, {TITLE},"
            " '{}', 1,"
            f" 'A Worker' FROM {e}",
        ),
        (
            "story_about",
            f"INSERT INTO story_about ({RECORD}, event_id, person_id, happened_at, part)"
            f" SELECT bench.id('about', e * 10 + b), {AT}, 'worker', bench.id('event', e), bench.id('person',"
            f" i + b), {AT}, ''"
            f" FROM {e} CROSS JOIN generate_series(0, 1) b WHERE b = 0 OR (p = 3 AND bench.dice('both', e,"
            " 3) = 0)",
        ),
        (
            "story_passage",
            f"INSERT INTO story_passage ({RECORD}, event_id, position, label, text, whose_words)"
            f" SELECT bench.id('passage', e), {AT}, 'worker', bench.id('event', e), 0, 1,"
            f" {pick(NOTES, 'said', 'e')} || ' ' || {pick(NOTES, 'said too', 'e')} || ' ' ||"
            f" {pick(NOTES, 'and', 'e')}, ''"
            f" FROM {e} WHERE bench.dice('told', e, 3) = 0",
        ),
    ]
