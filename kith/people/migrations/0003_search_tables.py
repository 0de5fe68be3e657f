"""What Find reads: one card for each human being, the keys that lead to it, and every word that names hold.

The three tables belong to `kith_definer` and nobody else may touch them: the app asks through functions.
Statement triggers keep them; a bulk load skips those and rebuilds once, as it does with grants.
"""

from django.db import migrations

FOLD = r"""
-- Letters as anybody might type them: no accents, no capitals, no apostrophes, no marks that hide or reorder.
CREATE FUNCTION people_fold(shown text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT btrim(regexp_replace(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(
        regexp_replace(normalize(shown, NFKD),
            '[\u0300-\u036f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g'), NFKC))),
        '[''`´‘’ʻʼ′]', '', 'g'), '[[:space:][:punct:][:cntrl:]]+', ' ', 'g'))
$$;

CREATE FUNCTION people_words(shown text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT coalesce(array_agg(left(w, 40) ORDER BY n), '{}')
      FROM string_to_table(people_fold(shown), ' ') WITH ORDINALITY t(w, n) WHERE w <> '' AND n <= 12
$$;

-- How a word sounds; words in other scripts, and words that sound of nothing, stand for themselves.
CREATE FUNCTION people_sound(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT CASE WHEN word ~ '^[a-z]+$' THEN coalesce(nullif(public.dmetaphone(word), ''), word) ELSE word END
$$;

-- An identifier or postcode as a key: capitals, letters and digits only.
CREATE FUNCTION people_code(shown text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT regexp_replace(upper(normalize(shown, NFKC)), '[^A-Z0-9]', '', 'g')
$$;
"""

TABLES = """
CREATE TABLE people_searchname (
    card integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person uuid NOT NULL UNIQUE,
    ids uuid[] NOT NULL,
    name text NOT NULL,
    known_as text NOT NULL,
    local_id text NOT NULL,
    born_on date,
    birth_knowledge text NOT NULL,
    died_on date,
    words text[] NOT NULL,
    sounds text[] NOT NULL,
    births date[] NOT NULL,
    codes text[] NOT NULL
);
CREATE TABLE people_searchkey (key text COLLATE "C" NOT NULL, card integer NOT NULL);
CREATE TABLE people_searchword (word text COLLATE "C" PRIMARY KEY, sound text NOT NULL, sound_too text NOT NULL);
CREATE INDEX people_searchkey_key ON people_searchkey (key);
CREATE INDEX people_searchkey_card ON people_searchkey (card);
CREATE INDEX people_searchword_sound ON people_searchword (sound);
CREATE INDEX people_searchword_sound_too ON people_searchword (sound_too);
CREATE INDEX people_searchword_near ON people_searchword USING gin (word gin_trgm_ops);
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['people_searchname', 'people_searchkey', 'people_searchword'] LOOP
        EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, kith_app, kith_worker', t);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY %I ON %I TO kith_definer USING (true) WITH CHECK (true)', t || '_definer', t);
        EXECUTE format('ALTER TABLE %I OWNER TO kith_definer', t);
    END LOOP;
END $$;
"""

INDEXING = """
-- Which of these people are in no index at all. The room that seals and relocates replaces this.
CREATE FUNCTION people_never_found(persons uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT NULL::uuid WHERE false $$;

CREATE FUNCTION people_write_cards(roots uuid[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    WITH member AS (
        SELECT r AS root, r AS same FROM unnest(roots) r
        UNION SELECT i.canonical_id, i.person_id FROM people_personidentity i
               WHERE i.canonical_id = ANY (roots) AND i.during @> now()
    ),
    hidden AS (SELECT h FROM people_never_found(ARRAY(SELECT same FROM member)) h),
    shown AS (SELECT * FROM member WHERE root NOT IN (SELECT m.root FROM member m JOIN hidden ON h = m.same)),
    named AS (
        SELECT s.root, n.id, n.preferred, n.kind, n.given, n.family, s.same = s.root AS own, lower(n.during) AS since,
               people_words(n.given || ' ' || n.family) AS words
          FROM shown s JOIN people_personname n ON n.person_id = s.same
    ),
    said AS (SELECT root, w, min(n + CASE WHEN preferred AND own THEN 0 ELSE 100 END) AS place
               FROM named, unnest(words) WITH ORDINALITY u(w, n) GROUP BY root, w),
    worded AS (SELECT root, array_agg(w ORDER BY place, w) AS words, array_agg(DISTINCT people_sound(w)) AS sounds
                 FROM said GROUP BY root),
    titled AS (SELECT DISTINCT ON (root) root, btrim(given || ' ' || family) AS name FROM named
                ORDER BY root, own DESC, preferred DESC, (kind = 'legal') DESC, since DESC NULLS LAST, id),
    called AS (SELECT DISTINCT ON (root) root, btrim(given || ' ' || family) AS known_as FROM named
                WHERE kind = 'known_as' ORDER BY root, own DESC, since DESC NULLS LAST, id),
    coded AS (SELECT s.root, array_agg(DISTINCT people_code(i.value)) AS codes,
                     min(i.value) FILTER (WHERE i.scheme = 'local') AS local_id
                FROM shown s JOIN people_identifier i ON i.person_id = s.same AND i.value <> '' GROUP BY s.root),
    born AS (SELECT s.root, array_agg(s.same) AS ids, array_agg(DISTINCT p.born_on) FILTER (WHERE p.born_on IS NOT NULL)
                    AS births FROM shown s JOIN people_person p ON p.id = s.same GROUP BY s.root)
    INSERT INTO people_searchname (person, ids, name, known_as, local_id, born_on, birth_knowledge, died_on,
                                   words, sounds, births, codes)
    SELECT p.id, b.ids, coalesce(t.name, ''), coalesce(nullif(k.known_as, t.name), ''), coalesce(c.local_id, ''),
           p.born_on, p.birth_knowledge, p.died_on, coalesce(w.words, '{}'), coalesce(w.sounds, '{}'),
           coalesce(b.births, '{}'), coalesce(c.codes, '{}')
      FROM born b JOIN people_person p ON p.id = b.root
      LEFT JOIN worded w ON w.root = b.root LEFT JOIN titled t ON t.root = b.root
      LEFT JOIN called k ON k.root = b.root LEFT JOIN coded c ON c.root = b.root;

    WITH card AS MATERIALIZED (SELECT card, ids, words[1:8] AS words, sounds, births, codes FROM people_searchname
                                WHERE person = ANY (roots)),
    -- Where protected, no postcode leads here, neither today's nor any other.
    placed AS (
        SELECT DISTINCT c.card, c.words, people_code(a.postcode) AS code FROM card c
          JOIN people_address a ON a.person_id = ANY (c.ids) AND a.postcode <> '' AND NOT a.protected
           AND coalesce(upper(a.during) > current_date, true)
         WHERE NOT EXISTS (SELECT 1 FROM people_address x WHERE x.person_id = ANY (c.ids) AND x.protected
                              AND coalesce(upper(x.during) > current_date, true))
    )
    INSERT INTO people_searchkey (key, card)
    SELECT 'w:' || w, card FROM card, unnest(words) w
    UNION ALL SELECT 'p:' || a || ' ' || b, card FROM card, unnest(words) a, unnest(words) b WHERE a <> b
    UNION ALL SELECT 'd:' || d, card FROM card, unnest(births) d
    UNION ALL SELECT 'z:' || s || ' ' || d, card FROM card, unnest(sounds) s, unnest(births) d
    UNION ALL SELECT 'i:' || i, card FROM card, unnest(codes) i WHERE i <> ''
    UNION ALL SELECT 'c:' || code, card FROM placed
    UNION ALL SELECT 'a:' || left(code, -3) || ' ' || w, card FROM placed, unnest(words) w WHERE length(code) > 4;

    INSERT INTO people_searchword (word, sound, sound_too)
    SELECT w, people_sound(w), CASE WHEN w ~ '^[a-z]+$' THEN dmetaphone_alt(w) ELSE w END
      FROM (SELECT DISTINCT unnest(words) AS w FROM people_searchname WHERE person = ANY (roots)) x
    ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION people_reindex(persons uuid[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE roots uuid[]; everybody uuid[];
BEGIN
    IF current_setting('kith.bulk', true) = 'on' AND session_user = 'kith_worker' THEN RETURN; END IF;
    SELECT array_agg(DISTINCT coalesce(i.canonical_id, p)) INTO roots FROM unnest(persons) p
      LEFT JOIN people_personidentity i ON i.person_id = p AND i.during @> now() WHERE p IS NOT NULL;
    IF roots IS NULL THEN RETURN; END IF;
    SELECT array_agg(p) INTO everybody FROM (SELECT unnest(persons) UNION SELECT unnest(roots)) x(p);
    -- Two writers about one person take turns, so that neither leaves the other's card behind.
    PERFORM pg_advisory_xact_lock(hashtextextended(r::text, 7)) FROM (SELECT DISTINCT unnest(everybody) AS r ORDER BY 1) x;
    DELETE FROM people_searchkey WHERE card IN (SELECT card FROM people_searchname WHERE person = ANY (everybody));
    DELETE FROM people_searchname WHERE person = ANY (everybody);
    PERFORM people_write_cards(roots);
END $$;

-- All cards afresh, in slices: after a bulk load, by the worker's login.
CREATE FUNCTION people_reindex_all(slice integer DEFAULT 10000) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '64MB' AS $$
DECLARE last uuid; batch uuid[]; n bigint := 0;
BEGIN
    TRUNCATE people_searchname, people_searchkey, people_searchword;
    DROP INDEX people_searchkey_key, people_searchkey_card;
    LOOP
        SELECT array_agg(id), max(id::text)::uuid INTO batch, last
          FROM (SELECT id FROM people_person WHERE last IS NULL OR id > last ORDER BY id LIMIT slice) x;
        EXIT WHEN batch IS NULL;
        PERFORM people_write_cards(ARRAY(SELECT p FROM unnest(batch) p WHERE NOT EXISTS (
            SELECT 1 FROM people_personidentity i WHERE i.person_id = p AND i.during @> now())));
        n := n + cardinality(batch);
    END LOOP;
    CREATE INDEX people_searchkey_key ON people_searchkey (key);
    CREATE INDEX people_searchkey_card ON people_searchkey (card);
    ANALYZE people_searchname, people_searchkey, people_searchword;
    RETURN n;
END $$;

CREATE FUNCTION people_reindex_trigger() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE affected uuid[];
BEGIN
    EXECUTE format('SELECT array_agg(DISTINCT p) FROM (%s) x', TG_ARGV[0]) INTO affected;
    IF affected IS NOT NULL THEN PERFORM people_reindex(affected); END IF;
    RETURN NULL;
END $$;
"""

FED_BY = {
    "people_person": "SELECT id AS p FROM changed",
    "people_personname": "SELECT person_id AS p FROM changed",
    "people_identifier": "SELECT person_id AS p FROM changed",
    "people_address": "SELECT person_id AS p FROM changed",
    "people_personidentity": "SELECT person_id AS p FROM changed UNION SELECT canonical_id FROM changed",
}


def triggers() -> str:
    return "\n".join(
        f"CREATE TRIGGER kith_reindex_{event.lower()}_{rows.lower()} AFTER {event} ON {table}"
        f" REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT"
        f" EXECUTE FUNCTION people_reindex_trigger('{people}');"
        for table, people in FED_BY.items()
        for event, rows in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
    )


OWNERS = """
GRANT SELECT ON people_person, people_personname, people_identifier, people_address, people_personidentity
    TO kith_definer;
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['people_fold(text)', 'people_words(text)', 'people_sound(text)', 'people_code(text)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker, kith_definer', f);
    END LOOP;
    FOREACH f IN ARRAY ARRAY['people_never_found(uuid[])', 'people_write_cards(uuid[])', 'people_reindex(uuid[])',
                             'people_reindex_all(integer)', 'people_reindex_trigger()']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
    GRANT EXECUTE ON FUNCTION people_reindex_trigger() TO kith_app, kith_worker;
    GRANT EXECUTE ON FUNCTION people_reindex(uuid[]), people_reindex_all(integer) TO kith_worker;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("core", "0002_actor_functions")]
    operations = [
        migrations.RunSQL(FOLD),
        migrations.RunSQL(TABLES),
        migrations.RunSQL(INDEXING),
        migrations.RunSQL(triggers()),
        migrations.RunSQL(OWNERS),
    ]
