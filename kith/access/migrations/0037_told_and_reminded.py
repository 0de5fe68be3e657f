"""What the council must do, told by name: who may release a matter, and the facts that the family's door then reads.

A matter is what starts a duty: a referral, a protection plan, a time in care. Its row's id is the item released.
The facts come from a function of the definer's that gives the kinds named `told` in kith/law/data/fact_kinds.toml and
no others, so that nothing of an enquiry, a letter or a court reaches a family's transaction at all. Why each kind may
be read stands in docs/adr/0120.

And what a worker asked to be reminded by (docs/adr/0121): each reads and writes their own; a calendar's secret is
looked up by its digest, by nobody in particular, and leads to an account that is open today or to nothing.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from kith.core.rls import Policy, Protect

RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"

MATTERS = """
-- Whose matter this is and on which day it began; no row where the item is none.
CREATE FUNCTION access_matter(item uuid) RETURNS TABLE (subject uuid, began date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.person_id, r.referred_on FROM help_referral r WHERE r.id = item
        UNION ALL SELECT p.person_id, p.started_on FROM protection_childprotectionplan p WHERE p.id = item
        UNION ALL SELECT e.person_id, e.started_on FROM care_episode e WHERE e.id = item;
END $$;

-- Is it open to the actor, and about whom? Nothing where it is not.
CREATE FUNCTION access_matter_open(item uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN NULL; END IF;
    RETURN (SELECT m.subject FROM access_matter(item) m WHERE EXISTS (
        SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = m.subject AND g.level >= 2
           AND (g.label_mask & 1) <> 0 AND g.during @> now()));
END $$;

-- Might it come from something not yet told? A concern that is open, of before the matter began.
CREATE FUNCTION access_matter_covert(item uuid, told_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM access_matter(item) m JOIN access_notyettold n
                      ON n.persons && ARRAY(SELECT s.same FROM kith_same_people(ARRAY[m.subject]) s)
                   WHERE n.ended_at IS NULL AND n.recorded_at <= told_at
                     AND m.began >= (n.since AT TIME ZONE 'Europe/London')::date);
END $$;

CREATE FUNCTION access_may_tell(item uuid, reader uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE subject uuid := access_matter_open(item); same uuid[];
BEGIN
    IF subject IS NULL OR access_matter_covert(item, now()) THEN RETURN false; END IF;
    same := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[subject]) s);
    RETURN EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
                      AND (g.label_mask & 1) <> 0 AND g.during @> now())
       AND (reader = ANY (same)
            OR EXISTS (SELECT FROM people_relationship r WHERE r.person_id = reader AND r.other_id = ANY (same))
            OR EXISTS (SELECT FROM people_relationship r WHERE r.other_id = reader AND r.person_id = ANY (same))
            OR EXISTS (SELECT FROM people_familymember m JOIN people_familymember k ON k.family_id = m.family_id
                        WHERE m.person_id = reader AND k.person_id = ANY (same)));
END $$;
"""

FACTS = """
CREATE FUNCTION access_told_facts() RETURNS TABLE (kind text, person uuid, day date, until date, ref uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY
    WITH door AS (
        SELECT d.person_id, bool_or(d.capacity = 'self') AS own FROM access_dooraccess d
         WHERE d.account_id = reader AND d.during @> now() AND d.capacity IN ('self', 'parent', 'carer')
           -- A door that was shut (adopted, moved to safety) has no grant any more.
           AND EXISTS (SELECT FROM access_grant g WHERE g.actor = reader AND g.person = d.person_id
                          AND g.came_from = 'door' AND g.during @> now())
           AND (kith_on_behalf_of() IS NULL OR EXISTS (
                SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = d.person_id AND g.level >= 2
                   AND (g.label_mask & 1) <> 0 AND g.during @> now()))
         GROUP BY d.person_id
    ), who AS (
        SELECT DISTINCT ON (s.same) s.same AS id, door.person_id AS named, door.own
          FROM kith_same_people(ARRAY(SELECT d.person_id FROM door d)) s JOIN door ON door.person_id = s.person
         ORDER BY s.same, door.person_id
    ), told AS (
        SELECT r.item FROM access_release r
          JOIN access_dooraccess me ON me.person_id = r.reader_id AND me.account_id = reader
               AND me.capacity = 'self' AND me.during @> now()
         WHERE r.kind = 'duty' AND r.withdrawn_at IS NULL AND NOT access_matter_covert(r.item, r.released_at)
    ), episode AS (
        SELECT w.named, w.own, e.id, e.started_on, coalesce(e.ceased_on, 'infinity') AS ends,
               e.legal_status IN ('D1', 'E1') AS authority, e.placement_type IN ('A3', 'A4', 'A5', 'A6') AS adopters
          FROM who w JOIN care_episode e ON e.person_id = w.id WHERE e.legal_status NOT IN ('V3', 'V4')
    ), begun AS (
        SELECT *, coalesce(started_on > max(ends) OVER before, true) AS comes_in
          FROM episode WINDOW before AS (PARTITION BY named ORDER BY started_on, ends, id
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ), counted AS (
        SELECT *, count(*) FILTER (WHERE comes_in) OVER
               (PARTITION BY named ORDER BY started_on, ends, id) AS run FROM begun
    ), care AS (
        SELECT c.named, min(c.started_on) AS day, nullif(max(c.ends), 'infinity') AS until,
               (array_agg(c.id ORDER BY c.started_on, c.ends, c.id))[1] AS ref
          FROM counted c GROUP BY c.named, c.own, c.run
        -- From there on other rules hold, and what they are is told in person.
        HAVING NOT bool_or(coalesce(c.adopters, false) OR (NOT c.own AND coalesce(c.authority, false)))
    ), in_care AS (
        SELECT c.* FROM care c JOIN told t ON t.item = c.ref
    ), asked AS (
        SELECT w.named, r.* FROM who w JOIN help_referral r ON r.person_id = w.id JOIN told t ON t.item = r.id
    ), plan AS (
        SELECT w.named, p.* FROM who w JOIN protection_childprotectionplan p ON p.person_id = w.id
          JOIN told t ON t.item = p.id
    )
    SELECT 'referral', a.named, a.referred_on, a.closed_on, a.id FROM asked a
    UNION ALL
    SELECT 'referral_no_further_action', a.named, a.referred_on, NULL, a.id FROM asked a WHERE a.no_further_action
    UNION ALL
    SELECT 'assessment_finished', a.named, f.authorised_on, NULL, a.id
      FROM asked a JOIN help_assessment f ON f.referral_id = a.id WHERE f.authorised_on IS NOT NULL
    UNION ALL
    SELECT 'child_protection_plan', p.named, p.started_on, p.ended_on, p.id FROM plan p
    UNION ALL
    SELECT 'child_protection_review', p.named, r.reviewed_on, NULL, p.id
      FROM plan p JOIN protection_protectionplanreview r ON r.plan_id = p.id
    UNION ALL
    SELECT 'looked_after', c.named, c.day, c.until, c.ref FROM in_care c
    UNION ALL
    SELECT 'looked_after_review', c.named, r.reviewed_on, NULL, NULL
      FROM in_care c JOIN who w ON w.named = c.named JOIN care_review r ON r.person_id = w.id
       AND r.reviewed_on BETWEEN c.day AND coalesce(c.until, 'infinity');
END $$;
"""

OWNERS = """
REVOKE ALL ON FUNCTION access_matter(uuid), access_matter_open(uuid), access_matter_covert(uuid, timestamptz),
    access_may_tell(uuid, uuid), access_told_facts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_matter_open(uuid), access_may_tell(uuid, uuid), access_told_facts() TO kith_app;
ALTER FUNCTION access_matter(uuid) OWNER TO kith_definer;
ALTER FUNCTION access_matter_open(uuid) OWNER TO kith_definer;
ALTER FUNCTION access_matter_covert(uuid, timestamptz) OWNER TO kith_definer;
ALTER FUNCTION access_may_tell(uuid, uuid) OWNER TO kith_definer;
ALTER FUNCTION access_told_facts() OWNER TO kith_definer;
"""

POLICIES = f"""
CREATE POLICY access_release_insert_duty ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'duty' AND (SELECT kith_actor_role()) IN ({RELEASES})
                AND recorded_by = (SELECT kith_actor()) AND withdrawn_at IS NULL AND access_may_tell(item, reader_id));
CREATE POLICY access_release_update_duty ON access_release FOR UPDATE TO kith_app
    USING (kind = 'duty' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND access_matter_open(item) IS NOT NULL)
    WITH CHECK (withdrawn_at IS NOT NULL);
"""


MINE = "{table}.account_id = (SELECT kith_actor())"
STAFF = "(SELECT kith_actor_role()) NOT IN ('parent', 'young_person', 'carer')"


def mine(table: str, *, write: str = "") -> Policy:
    """One's own alone, and never through another's eyes."""
    own = MINE.format(table=table)
    return Policy(table, read=own, as_other="false", write=write or f"{own} AND {STAFF}")


# What became of a morning is written by the worker's process alone.
REMINDERS = [
    mine("access_calendarfeed"),
    mine("access_morningmessage"),
    mine("access_morningsent", write="false"),
]
CALENDAR = """
CREATE FUNCTION access_calendar_of(asked text) RETURNS TABLE (account uuid, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.id, a.role FROM access_calendarfeed f JOIN access_account a ON a.id = f.account_id
     WHERE f.digest = asked AND f.ended_at IS NULL AND a.is_active
       AND a.role NOT IN ('parent', 'young_person', 'carer')
       AND coalesce(a.from_on <= (now() AT TIME ZONE 'Europe/London')::date, true)
       AND coalesce(a.until_on >= (now() AT TIME ZONE 'Europe/London')::date, true)
$$;
REVOKE ALL ON FUNCTION access_calendar_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_calendar_of(text) TO kith_app;
ALTER FUNCTION access_calendar_of(text) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0036_roles_take_two")]
    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 of the secret, in hexadecimal.", max_length=64, unique=True
                    ),
                ),
                ("made_at", models.DateTimeField(help_text="When this secret was made (UTC).")),
                (
                    "ended_at",
                    models.DateTimeField(help_text="When it was switched off, if it was (UTC).", null=True),
                ),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feed",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CalendarFeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField(help_text="When this secret was made (UTC).")),
                (
                    "ended_at",
                    models.DateTimeField(help_text="When it was switched off, if it was (UTC).", null=True),
                ),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="access.calendarfeed",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MorningMessage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                ("wanted", models.BooleanField(help_text="Whether it is sent.")),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="morning_message",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MorningMessageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                ("wanted", models.BooleanField(help_text="Whether it is sent.")),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="access.morningmessage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MorningSent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                ("day", models.DateField(help_text="The working day.")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waits", "not sent yet"),
                            ("sent", "sent"),
                            ("nothing", "nothing was due"),
                            ("failed", "given up for the day"),
                        ],
                        max_length=7,
                    ),
                ),
                ("tries", models.SmallIntegerField(default=0, help_text="How often it was tried.")),
                ("last_tried_at", models.DateTimeField(help_text="When it was last tried (UTC).", null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mornings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "mornings sent",
            },
        ),
        migrations.CreateModel(
            name="MorningSentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                ("day", models.DateField(help_text="The working day.")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waits", "not sent yet"),
                            ("sent", "sent"),
                            ("nothing", "nothing was due"),
                            ("failed", "given up for the day"),
                        ],
                        max_length=7,
                    ),
                ),
                ("tries", models.SmallIntegerField(default=0, help_text="How often it was tried.")),
                ("last_tried_at", models.DateTimeField(help_text="When it was last tried (UTC).", null=True)),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="access.morningsent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="calendarfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")), name="calendar_feed_digest"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by" IS DISTINCT FROM (NEW."recorded_by") OR OLD."source" IS DISTINCT FROM (NEW."source"))',
                    func='INSERT INTO "access_calendarfeedevent" ("account_id", "ended_at", "id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source") VALUES (OLD."account_id", OLD."ended_at", OLD."id", OLD."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="3b49a610abc9aae3516369cdd21fb05ac7d3ca0b",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_a12c4",
                    table="access_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "access_calendarfeedevent" ("account_id", "ended_at", "id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source") VALUES (OLD."account_id", OLD."ended_at", OLD."id", OLD."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source"); RETURN NULL;',
                    hash="a8cb585d23c2bd2d34596f1c3bff79d56e74c956",
                    operation="DELETE",
                    pgid="pgtrigger_removed_0122b",
                    table="access_calendarfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="morningmessage",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "access_morningmessageevent" ("account_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "wanted") VALUES (OLD."account_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."wanted"); RETURN NULL;',
                    hash="a5b31e6aaef1ebfd5e2d0761ffb997a3edf3e1cd",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_a1c8b",
                    table="access_morningmessage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="morningmessage",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "access_morningmessageevent" ("account_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "wanted") VALUES (OLD."account_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."wanted"); RETURN NULL;',
                    hash="f4dda13bf02856defc280b63b2fd7baf3bf66128",
                    operation="DELETE",
                    pgid="pgtrigger_removed_509ab",
                    table="access_morningmessage",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="morningsent",
            constraint=models.UniqueConstraint(fields=("account", "day"), name="morning_once_a_day"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="morningsent",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "access_morningsentevent" ("account_id", "day", "id", "last_tried_at", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "tries") VALUES (OLD."account_id", OLD."day", OLD."id", OLD."last_tried_at", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."tries"); RETURN NULL;',
                    hash="89db1fe8187723130832ccf04d794d53d873b087",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_f72b0",
                    table="access_morningsent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="morningsent",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "access_morningsentevent" ("account_id", "day", "id", "last_tried_at", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "tries") VALUES (OLD."account_id", OLD."day", OLD."id", OLD."last_tried_at", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."tries"); RETURN NULL;',
                    hash="3ea3ef545fda5499e2a519979ba9daf9361a1503",
                    operation="DELETE",
                    pgid="pgtrigger_removed_bbbdf",
                    table="access_morningsent",
                    when="AFTER",
                ),
            ),
        ),
        *[Protect(policy) for policy in REMINDERS],
        *[migrations.RunSQL(sql) for sql in (MATTERS, FACTS, OWNERS, POLICIES, CALENDAR)],
    ]
