"""The public copy is everybody's; drafts, who owns and what was told are for those who keep the directory.

A service whose place is secret can have none: its flag is part of the keys by which places, the copy and the rows of
search hang on it, so neither order of writing gets past it.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, opened

KEEPS = "(SELECT kith_actor_role()) IN ('front_door', 'manager')"
KEPT = ("provider", "service", "place", "serviceplace", "hours", "cost", "phone", "contact", "feed")
PARTS = {"place", "serviceplace", "hours", "cost", "phone", "contact"}
POSTCODE = r"\m[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s?[0-9][A-Za-z]{2}\M"

SECRET = rf"""
ALTER TABLE offer_service ADD CONSTRAINT offer_service_secret UNIQUE (id, confidential);
ALTER TABLE offer_serviceplace ADD CONSTRAINT offer_serviceplace_secret
    FOREIGN KEY (service_id, confidential) REFERENCES offer_service (id, confidential);
ALTER TABLE offer_published ADD CONSTRAINT offer_published_secret
    FOREIGN KEY (service_id, confidential) REFERENCES offer_service (id, confidential);
ALTER TABLE offer_spot ADD CONSTRAINT offer_spot_secret
    FOREIGN KEY (service_id, confidential) REFERENCES offer_service (id, confidential);
ALTER TABLE offer_published ADD CONSTRAINT published_secret_tells_no_place CHECK (
    NOT confidential OR (
        NOT document ?| array['service_at_locations', 'url', 'email', 'contacts', 'location']
        AND NOT coalesce(document -> 'organization' ?| array['website', 'email', 'uri', 'logo'], false)
        AND NOT jsonb_path_exists(document, '$.**.latitude') AND NOT jsonb_path_exists(document, '$.**.longitude')
        AND NOT jsonb_path_exists(document, '$.**.address_1') AND NOT jsonb_path_exists(document, '$.**.postal_code')
        AND document::text !~ '{POSTCODE}'));
"""

# What everybody reads, and who writes it. No policy asks anything of a reader: search may use its indexes.
COPY = "".join(
    f"""
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_read ON {table} FOR SELECT TO kith_app USING (true);
CREATE POLICY {table}_insert ON {table} FOR INSERT TO kith_app WITH CHECK ({KEEPS});
CREATE POLICY {table}_update ON {table} FOR UPDATE TO kith_app USING ({KEEPS}) WITH CHECK ({KEEPS});
CREATE POLICY {table}_delete ON {table} FOR DELETE TO kith_app USING ({KEEPS});
CREATE POLICY {table}_service ON {table} TO kith_worker USING (true) WITH CHECK ((SELECT kith_actor()) IS NOT NULL);
CREATE POLICY {table}_migrating ON {table} TO kith_owner USING (current_setting('kith.migrating', true) = 'on')
    WITH CHECK (current_setting('kith.migrating', true) = 'on');
CREATE POLICY {table}_definer ON {table} TO kith_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO kith_app, kith_worker, kith_definer;
"""
    for table in ("offer_published", "offer_spot", "offer_word")
)

PUBLIC = """
-- Counts each change of the public copy: caches are held to it.
CREATE FUNCTION offer_revise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO offer_revision AS r (id, number, at) VALUES (1, 1, clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET number = r.number + 1, at = clock_timestamp();
    RETURN NULL;
END $$;

CREATE FUNCTION offer_report(service uuid, kind text, words text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF offer_report.service IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM offer_published p WHERE p.service_id = offer_report.service) THEN
        RETURN false;
    END IF;
    INSERT INTO offer_report (id, service_id, kind, words, came_at, outcome)
    VALUES (gen_random_uuid(), offer_report.service, offer_report.kind, left(offer_report.words, 2000), now(), '');
    RETURN true;
END $$;

-- A provider asks to be put in. Sent twice it is one.
CREATE FUNCTION offer_suggest(sending uuid, facts jsonb, words text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO offer_held (id, came_at, why, external, digest, facts, words, outcome)
    SELECT sending, now(), 'form', '', encode(sha256(convert_to(facts::text, 'UTF8')), 'hex'), facts, left(words, 500), ''
     WHERE length(facts::text) < 60000
    ON CONFLICT (id) DO NOTHING
$$;

-- Which service a link of a nudge is about, while it holds: sixty days.
CREATE FUNCTION offer_nudged(secret text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT n.service_id FROM offer_nudge n JOIN offer_published p ON p.service_id = n.service_id
     WHERE n.digest = secret AND n.sent_at > now() - interval '60 days'
$$;

-- "Still right": once for each link; pressed again it changes nothing. Null where the link does not hold.
CREATE FUNCTION offer_still_right(secret text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one uuid := offer_nudged(secret);
    day date := kith_today();
BEGIN
    UPDATE offer_nudge SET answered_at = now() WHERE digest = secret AND service_id = one AND answered_at IS NULL;
    IF FOUND THEN
        UPDATE offer_service SET assured_on = day, stale_after = day + interval '6 months' WHERE id = one;
        UPDATE offer_published SET assured_on = day, stale_after = day + interval '6 months', modified_at = now(),
               document = document || jsonb_build_object('assured_date', day::text, 'last_modified',
                   to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         WHERE service_id = one;
    END IF;
    RETURN one;
END $$;

-- A service that is here already and may be the same: alike in name, and by provider, number or postcode.
CREATE FUNCTION offer_alike(named text, provided text, feed uuid, external text, phones text[], postcodes text[])
RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.id FROM offer_service s JOIN offer_provider p ON p.id = s.provider_id
     WHERE s.name % named AND similarity(s.name, named) >= 0.6
       -- Within one feed each id is a service of its own, unless the very name comes twice.
       AND (s.feed_id IS DISTINCT FROM offer_alike.feed
            OR s.external <> offer_alike.external AND lower(s.name) = lower(named))
       AND (similarity(p.name, provided) >= 0.6
            OR EXISTS (SELECT 1 FROM offer_phone t WHERE t.service_id = s.id AND t.number = ANY (phones))
            OR EXISTS (SELECT 1 FROM offer_serviceplace a JOIN offer_place l ON l.id = a.place_id
                        WHERE a.service_id = s.id AND l.postcode = ANY (postcodes)))
       AND (kith_actor_role() IN ('front_door', 'manager')
            OR current_setting('kith.channel', true) IN ('service', 'task', 'command'))
     ORDER BY similarity(s.name, named) DESC, s.id LIMIT 1
$$;
"""
FUNCTIONS = {
    "offer_revise()": "",
    "offer_report(uuid, text, text)": "kith_app",
    "offer_suggest(uuid, jsonb, text)": "kith_app",
    "offer_nudged(text)": "kith_app, kith_definer",
    "offer_still_right(text)": "kith_app",
    "offer_alike(text, text, uuid, text, text[], text[])": "kith_app, kith_worker",
}
RIGHTS = "".join(
    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC;"
    + (f" GRANT EXECUTE ON FUNCTION {name} TO {who};" if who else "")
    + f" ALTER FUNCTION {name} OWNER TO kith_definer;\n"
    for name, who in FUNCTIONS.items()
)
REVISED = """
CREATE INDEX offer_service_name ON offer_service USING gin (name gin_trgm_ops);
CREATE INDEX offer_word_like ON offer_word USING gin (word gin_trgm_ops);
INSERT INTO offer_revision (id, number, at) VALUES (1, 0, now());
GRANT SELECT, INSERT, UPDATE ON offer_revision TO kith_definer;
CREATE TRIGGER offer_published_revised AFTER INSERT OR UPDATE OR DELETE ON offer_published
    FOR EACH STATEMENT EXECUTE FUNCTION offer_revise();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("offer", "0001_directory"),
        ("access", "0074_a_lead_outside_finds_nobody"),
        ("core", "__first__"),
    ]
    operations = [
        *(
            Protect(Policy(f"offer_{table}", read=KEEPS, as_other="false", deletable=table in PARTS))
            for table in KEPT
        ),
        *(
            Protect(Policy(f"offer_{table}", read=KEEPS, as_other="false", history=False))
            for table in ("nudge", "report", "held")
        ),
        migrations.RunSQL(SECRET, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(COPY, reverse_sql=migrations.RunSQL.noop),
        opened("offer_revision", write=False),
        migrations.RunSQL(PUBLIC + RIGHTS + REVISED, reverse_sql=migrations.RunSQL.noop),
    ]
