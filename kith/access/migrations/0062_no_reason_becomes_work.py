"""A reason that lasts a day does not become work with somebody: nobody allocates themselves, nor ends by a reason.

A manager allocates, and ends, where the record is open to them by their own or their team's work. Where nobody leads yet
a reason is enough: somebody who was referred has to come to a worker. Work that a worker gave themselves, when that
could be, is no allocation to the auditor.
"""

from django.db import migrations

from kith.core.rls import granted

FUNCTIONS = """
CREATE FUNCTION access_may_allocate(whom uuid, whole_family uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked uuid[] := CASE WHEN whom IS NOT NULL THEN ARRAY[whom] ELSE ARRAY(
    SELECT m.person_id FROM people_familymember m
     WHERE m.family_id = whole_family AND m.during && daterange(kith_today(), NULL)) END;
BEGIN
    RETURN coalesce(kith_actor_role() = 'manager', false) AND kith_on_behalf_of() IS NULL AND NOT EXISTS (
        SELECT 1 FROM unnest(asked) a (person)
         WHERE NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = a.person
                              AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now()
                              AND g.came_from IN ('involvement', 'team'))
           AND (NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = a.person
                               AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now())
                -- Who leads today or is about to, in an account that has not ended.
                OR EXISTS (SELECT 1 FROM kith_same_people(ARRAY[a.person]) s
                             LEFT JOIN people_familymember m ON m.person_id = s.same
                              AND m.during && daterange(kith_today(), NULL)
                             JOIN access_involvement i ON i.person_id = s.same OR i.family_id = m.family_id
                             JOIN access_account w ON w.id = i.account_id AND w.is_active
                              AND coalesce(w.until_on >= kith_today(), true)
                            WHERE i.during && daterange(kith_today(), NULL)
                              AND i.role IN ('lead_practitioner', 'social_worker', 'lead_protection', 'personal_adviser'))));
END $$;
REVOKE ALL ON FUNCTION access_may_allocate(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_may_allocate(uuid, uuid) TO kith_app;
ALTER FUNCTION access_may_allocate(uuid, uuid) OWNER TO kith_definer;
"""

# As before, and: by the record's own team, or where nobody leads; and never for oneself.
OPEN = (
    f"(SELECT kith_actor_role()) = 'manager' AND ({granted('access_involvement.person_id')}"
    " OR (access_involvement.family_id IS NOT NULL AND kith_family_open(access_involvement.family_id)))"
)
GIVEN = (
    f"{OPEN} AND access_involvement.account_id <> (SELECT kith_actor())"
    " AND access_may_allocate(access_involvement.person_id, access_involvement.family_id)"
)
# Nobody is given more than their role opens (0025).
FITS = "access_fits_role(access_involvement.account_id, access_involvement.label_mask)"
POLICIES = f"""
ALTER POLICY access_involvement_insert ON access_involvement WITH CHECK ({GIVEN} AND {FITS});
ALTER POLICY access_involvement_update ON access_involvement USING ({GIVEN}) WITH CHECK ({GIVEN} AND {FITS});
"""


def with_words(function: str, *changes: tuple[str, str]) -> migrations.RunSQL:
    """Make a function over again with other words in it, whatever else has changed there. Fails where they are not."""
    steps = "".join(
        f"""
    IF position($w${before}$w$ IN said) = 0 THEN RAISE EXCEPTION '{function} has changed'; END IF;
    said := replace(said, $w${before}$w$, $w${after}$w$);"""
        for before, after in changes
    )
    return migrations.RunSQL(
        f"""
DO $do$
DECLARE said text := pg_get_functiondef('{function}'::regprocedure);
BEGIN{steps}
    EXECUTE said;
END $do$;
""",
        migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("access", "0061_only_ones_own_way_in")]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
        with_words(
            "access_end_work(uuid, date, text)",
            (
                "AND (g.person = i.person_id",
                "AND g.came_from IN ('involvement', 'team') AND (g.person = i.person_id",
            ),
        ),
        with_words(
            "access_odd_looks(timestamptz, timestamptz)",
            ("i.account_id, i.during FROM", "i.account_id, i.during, i.recorded_by FROM"),
            ("i.during * m.during FROM", "i.during * m.during, i.recorded_by FROM"),
            (
                "(w.account_id = s.actor OR",
                "((w.account_id = s.actor AND w.recorded_by IS DISTINCT FROM s.actor) OR",
            ),
        ),
    ]
