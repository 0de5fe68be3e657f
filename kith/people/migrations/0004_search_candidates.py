"""From what was typed to the cards that may be meant, each with a score and the reasons for it.

Every probe is one short walk of an index with a limit, so a common surname costs what a rare one does.
Nothing here asks who may see whom: `people_find` does, after this.
"""

from django.db import migrations

GATHER = r"""
-- Words as like these as a listener or a hasty typist would make them, the closest first.
CREATE FUNCTION people_words_like(typed text) RETURNS text[] LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(word), '{}') FROM (
        SELECT word FROM (
            SELECT word FROM people_searchword WHERE sound = people_sound(typed)
            UNION SELECT word FROM people_searchword WHERE sound_too = people_sound(typed)
            UNION SELECT word FROM people_searchword WHERE typed ~ '^[a-z]+$' AND sound = dmetaphone_alt(typed)
            UNION (SELECT word FROM people_searchword WHERE length(typed) > 1
                      AND word > typed AND word < typed || chr(1114111) ORDER BY word LIMIT 30)
            UNION SELECT word FROM people_searchword WHERE word % typed AND similarity(word, typed) >= 0.4
        ) x WHERE word <> typed ORDER BY levenshtein(left(word, 40), left(typed, 40)), word LIMIT 12) y
$$;

CREATE FUNCTION people_gather(typed text[], born date, near date[], postcode text, codes text[], cap integer)
RETURNS integer[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
    n integer := cardinality(typed);
    one text := typed[1];
    two text := typed[cardinality(typed)];
    top text := chr(1114111);
    found integer[] := '{}';
    likes_one text[];
    likes_two text[];
BEGIN
    IF cardinality(codes) > 0 THEN
        found := ARRAY(SELECT card FROM people_searchkey WHERE key IN (SELECT 'i:' || c FROM unnest(codes) c) LIMIT cap);
    END IF;
    IF postcode <> '' AND n > 0 THEN
        found := found || ARRAY(SELECT k.card FROM unnest(typed) w CROSS JOIN LATERAL (
            SELECT card FROM people_searchkey
             WHERE key = 'a:' || CASE WHEN length(postcode) > 4 THEN left(postcode, -3) ELSE postcode END || ' ' || w
             LIMIT cap) k);
    ELSIF postcode <> '' THEN
        found := found || ARRAY(SELECT card FROM people_searchkey
            WHERE key >= 'c:' || postcode AND key < 'c:' || postcode || top ORDER BY key LIMIT cap);
    END IF;
    IF born IS NOT NULL AND n > 0 THEN
        found := found || ARRAY(SELECT k.card FROM unnest(typed) w CROSS JOIN unnest(near || born) d CROSS JOIN LATERAL (
            SELECT card FROM people_searchkey WHERE key = 'z:' || people_sound(w) || ' ' || d LIMIT 10) k LIMIT 2 * cap);
    ELSIF born IS NOT NULL THEN
        found := found || ARRAY(SELECT card FROM people_searchkey WHERE key = 'd:' || born LIMIT cap);
        IF cardinality(found) < cap THEN
            found := found || ARRAY(SELECT k.card FROM unnest(near) d CROSS JOIN LATERAL (
                SELECT card FROM people_searchkey WHERE key = 'd:' || d LIMIT 5) k LIMIT cap);
        END IF;
    END IF;
    IF n = 1 THEN
        found := found || ARRAY(SELECT card FROM people_searchkey WHERE key = 'w:' || one LIMIT cap);
        IF cardinality(found) < cap AND length(one) > 1 THEN
            found := found || ARRAY(SELECT card FROM people_searchkey
                WHERE key > 'w:' || one AND key < 'w:' || one || top ORDER BY key LIMIT cap);
        END IF;
    ELSIF n > 1 THEN
        found := found || ARRAY(SELECT card FROM people_searchkey
            WHERE key >= 'p:' || one || ' ' || two AND key < 'p:' || one || ' ' || two || top ORDER BY key LIMIT cap);
        IF cardinality(found) < cap THEN
            found := found || ARRAY(SELECT card FROM people_searchkey
                WHERE key >= 'p:' || two || ' ' || one AND key < 'p:' || two || ' ' || one || top ORDER BY key LIMIT cap);
            found := found || ARRAY(SELECT card FROM people_searchkey
                WHERE key >= 'w:' || one || two AND key < 'w:' || one || two || top ORDER BY key LIMIT cap);
        END IF;
    END IF;
    -- Heard or spelt otherwise: only when what was typed does not already fill the page.
    IF n > 0 AND cardinality(found) < cap / 2 THEN
        likes_one := people_words_like(one);
        IF n = 1 THEN
            found := found || ARRAY(SELECT k.card FROM unnest(likes_one) w CROSS JOIN LATERAL (
                SELECT card FROM people_searchkey WHERE key = 'w:' || w LIMIT 10) k LIMIT cap);
        ELSE
            likes_two := people_words_like(two);
            found := found || ARRAY(SELECT k.card FROM unnest(one || likes_one) WITH ORDINALITY a(w, x)
                CROSS JOIN unnest(two || likes_two) WITH ORDINALITY b(w, y) CROSS JOIN LATERAL (
                SELECT card FROM people_searchkey WHERE key = 'p:' || a.w || ' ' || b.w LIMIT 5) k LIMIT cap);
        END IF;
    END IF;
    RETURN found;
END $$;
"""

SCORE = r"""
-- How well each word was met: 4 the word itself, 3 its beginning, 2 by sound, 1 nearly spelt so, 0 not; the
-- person's score is that of the word met worst. Written without helper functions: it runs on every candidate.
CREATE FUNCTION people_score(cards integer[], typed text[], born date, near date[], place text, asked text[])
RETURNS TABLE (card integer, score integer, why text[]) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET enable_seqscan = off AS $$
    WITH said AS MATERIALIZED (
        SELECT w, people_sound(w) AS sound, CASE WHEN w ~ '^[a-z]+$' THEN dmetaphone_alt(w) ELSE w END AS sound_too,
               CASE WHEN cardinality(typed) = 2 THEN typed[1] || typed[2] ELSE w END AS joined
          FROM unnest(typed) w
    ),
    met AS (
        SELECT c.card, c.words, c.codes && asked AS code_met, born = ANY (c.births) AS born_met, c.births && near AS near_met,
               (SELECT min(CASE
                    WHEN s.w = ANY (c.words) OR s.joined = ANY (c.words) THEN 4
                    WHEN EXISTS (SELECT 1 FROM unnest(c.words) x WHERE starts_with(x, s.w) OR starts_with(x, s.joined)) THEN 3
                    WHEN s.sound = ANY (c.sounds) OR s.sound_too = ANY (c.sounds) OR EXISTS (
                        SELECT 1 FROM unnest(c.words) x WHERE x ~ '^[a-z]+$' AND dmetaphone_alt(x) = s.sound) THEN 2
                    WHEN EXISTS (SELECT 1 FROM unnest(c.words) x WHERE similarity(x, s.w) >= 0.4) THEN 1
                    ELSE 0 END) FROM said s) AS name_met,
               place <> '' AND EXISTS (
                   SELECT 1 FROM people_address a WHERE a.person_id = ANY (c.ids) AND NOT a.protected
                      AND starts_with(people_code(a.postcode), place) AND a.during @> current_date)
               AND NOT EXISTS (
                   SELECT 1 FROM people_address a WHERE a.person_id = ANY (c.ids) AND a.protected
                      AND coalesce(upper(a.during) > current_date, true)) AS place_met
          FROM people_searchname c WHERE c.card = ANY (cards)
    )
    SELECT m.card,
           CASE WHEN code_met THEN 2000 ELSE 0 END + coalesce(name_met, 0) * 100
           + CASE WHEN born_met THEN 350 WHEN near_met THEN 250 ELSE 0 END
           + CASE WHEN place_met THEN 60 ELSE 0 END
           + CASE WHEN m.words = typed THEN 40 WHEN m.words[1:cardinality(typed)] = typed THEN 30
                  WHEN m.words <@ typed THEN 20 ELSE 0 END,
           array_remove(ARRAY[
               CASE WHEN code_met THEN 'identifier' END,
               CASE name_met WHEN 4 THEN 'name' WHEN 3 THEN 'begins' WHEN 2 THEN 'sounds' WHEN 1 THEN 'spelt' END,
               CASE WHEN born_met THEN 'born' WHEN near_met THEN 'born_near' END,
               CASE WHEN place_met THEN 'postcode' END], NULL)
      FROM met m
     WHERE code_met OR (cardinality(typed) > 0 AND name_met > 0)
        OR (cardinality(typed) = 0 AND (born_met OR near_met OR place_met))
$$;
"""

OWNERS = """
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['people_words_like(text)',
        'people_gather(text[], date, date[], text, text[], integer)', 'people_score(integer[], text[], date, date[], text, text[])']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0003_search_tables")]
    operations = [migrations.RunSQL(GATHER), migrations.RunSQL(SCORE), migrations.RunSQL(OWNERS)]
