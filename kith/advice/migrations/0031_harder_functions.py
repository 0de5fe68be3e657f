"""Who reads and writes them; forums that seal what waits and hide only what nobody has decided; chats swept by the task."""

from uuid import UUID

from django.db import migrations

from kith.advice.rls import EVERYBODY, protect

FORUM = """
DROP FUNCTION advice_forum_post(text, uuid, uuid, text, text, text, integer);
DROP FUNCTION advice_forum_report(uuid, uuid, text, text);
DROP FUNCTION advice_forum_posts(uuid, text);
DROP FUNCTION advice_forum_thread(uuid, text);

-- A post: 'shown', 'held', 'again' (sent twice), 'none' (nobody sits there), 'blocked', 'closed' or 'flood'.
-- New members' posts are held until three were let through and two days went by; whatever may tell who somebody is, always.
-- What is held is kept sealed alone.
CREATE FUNCTION advice_forum_write(held text, post uuid, in_thread uuid, new_thread uuid, on_board text, titled text,
    title_sealed bytea, said text, said_sealed bytea, digest text, told integer)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who advice_member;
    answer text := 'held';
BEGIN
    SELECT m.* INTO who FROM advice_seat s JOIN advice_member m ON m.id = s.member_id
     WHERE s.secret = held AND s.until > clock_timestamp() FOR UPDATE OF m;
    IF who.id IS NULL THEN RETURN 'none'; END IF;
    IF EXISTS (SELECT 1 FROM advice_post p WHERE p.id = post) THEN RETURN 'again'; END IF;
    IF who.blocked THEN RETURN 'blocked'; END IF;
    IF (SELECT count(*) FROM advice_post p WHERE p.member_id = who.id AND p.at > clock_timestamp() - interval '10 minutes') >= 5
       OR (SELECT count(*) FROM advice_post p WHERE p.member_id = who.id AND p.at > clock_timestamp() - interval '1 day') >= 30
       OR (SELECT count(*) FROM advice_post p WHERE p.member_id = who.id AND p.state = 'held') >= 5
       OR EXISTS (SELECT 1 FROM advice_post p WHERE p.member_id = who.id AND p.same = digest
                     AND p.at > clock_timestamp() - interval '1 day') THEN
        RETURN 'flood';
    END IF;
    IF told = 0 AND who.allowed >= 3 AND who.joined_at < clock_timestamp() - interval '2 days' THEN answer := 'shown'; END IF;
    IF in_thread IS NULL THEN
        in_thread := new_thread;
        INSERT INTO advice_thread (id, board, title, sealed, began_at, last_at, shown, closed)
        VALUES (in_thread, on_board, CASE WHEN answer = 'shown' THEN left(titled, 120) ELSE '' END,
                CASE WHEN answer = 'held' THEN title_sealed END, clock_timestamp(), clock_timestamp(), answer = 'shown', false);
    ELSIF NOT EXISTS (SELECT 1 FROM advice_thread t WHERE t.id = in_thread AND t.board = on_board AND t.shown
                         AND NOT t.closed) THEN
        RETURN 'closed';
    ELSIF answer = 'shown' THEN
        UPDATE advice_thread SET last_at = clock_timestamp() WHERE id = in_thread;
    END IF;
    INSERT INTO advice_post (id, thread_id, member_id, at, words, sealed, same, state, marks, taken_out, why)
    VALUES (post, in_thread, who.id, clock_timestamp(), CASE WHEN answer = 'shown' THEN left(said, 5000) ELSE '' END,
            CASE WHEN answer = 'held' THEN said_sealed END, digest, answer, told, 0, '');
    RETURN answer;
END $$;

-- A post as everybody may read it: its words, whether it begins its thread, and that thread's title.
CREATE FUNCTION advice_forum_shown(which uuid) RETURNS TABLE (words text, thread uuid, title text, begins boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.words, t.id, t.title, NOT EXISTS (SELECT 1 FROM advice_post o WHERE o.thread_id = t.id AND o.at < p.at)
      FROM advice_post p JOIN advice_thread t ON t.id = p.thread_id WHERE p.id = which AND p.state = 'shown'
$$;

-- What is reported as telling who somebody is goes from sight at once, until a moderator has decided, and only then.
-- Five reports of a post wait at most, and five hundred in all, besides those of danger and of telling.
CREATE FUNCTION advice_forum_report(report uuid, which uuid, because text, said bytea, hides boolean,
    words_sealed bytea, title_sealed bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one advice_post;
    undecided boolean;
BEGIN
    SELECT * INTO one FROM advice_post p WHERE p.id = which AND p.state = 'shown' FOR UPDATE;
    IF one.id IS NULL THEN RETURN false; END IF;
    SELECT p.by IS NULL INTO undecided FROM advice_post p WHERE p.id = which;
    IF (SELECT count(*) FROM advice_postreport r WHERE r.post_id = which AND r.done_at IS NULL) < 5
       AND (SELECT count(*) FROM advice_postreport r WHERE r.done_at IS NULL)
           < (CASE WHEN because IN ('identifies', 'unsafe') THEN 1000 ELSE 500 END) THEN
        INSERT INTO advice_postreport (id, post_id, why, sealed, came_at)
        VALUES (report, which, because, said, clock_timestamp()) ON CONFLICT (id) DO NOTHING;
    END IF;
    IF hides AND because = 'identifies' AND undecided AND words_sealed IS NOT NULL THEN
        UPDATE advice_post SET state = 'held', words = '', sealed = words_sealed WHERE id = which;
        UPDATE advice_thread SET shown = false, title = '', sealed = title_sealed
         WHERE id = one.thread_id AND title_sealed IS NOT NULL;
    END IF;
    RETURN true;
END $$;

-- The posts of a thread that are shown; and to the member who sits there, their own that wait or were taken down.
CREATE FUNCTION advice_forum_posts(in_thread uuid, held text)
RETURNS TABLE (id uuid, name text, at timestamptz, words text, state text, taken_out integer, why text, sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, m.name, p.at, p.words, p.state, p.taken_out, p.why, p.sealed
      FROM advice_post p JOIN advice_member m ON m.id = p.member_id JOIN advice_thread t ON t.id = p.thread_id
     WHERE p.thread_id = in_thread
       AND ((p.state = 'shown' AND t.shown) OR p.member_id = (SELECT s.member_id FROM advice_seat s
             WHERE s.secret = held AND s.until > clock_timestamp()))
     ORDER BY p.at, p.id LIMIT 500
$$;

-- A thread that is shown, or one's own that waits.
CREATE FUNCTION advice_forum_thread(which uuid, held text)
RETURNS TABLE (board text, title text, closed boolean, shown boolean, sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.board, t.title, t.closed, t.shown, t.sealed FROM advice_thread t
     WHERE t.id = which AND (t.shown OR EXISTS (SELECT 1 FROM advice_post p JOIN advice_seat s ON s.member_id = p.member_id
           WHERE p.thread_id = t.id AND s.secret = held AND s.until > clock_timestamp()))
$$;
"""
CHAT = """
-- What to call somebody goes with their words, also where both were kept to their day.
CREATE OR REPLACE FUNCTION advice_chat_sweep() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one record;
    swept integer := 0;
BEGIN
    FOR one IN SELECT id, contact_id FROM advice_chat
        WHERE state <> 'ended' AND heard_at < clock_timestamp() - interval '30 minutes'
        ORDER BY heard_at LIMIT 50 FOR UPDATE SKIP LOCKED
    LOOP
        UPDATE advice_contact SET ended_at = now(),
               state = CASE WHEN taken_at IS NULL THEN 'abandoned' ELSE 'answered' END
         WHERE id = one.contact_id AND state IN ('waiting', 'taken');
        PERFORM advice_chat_over(one.id);
        swept := swept + 1;
    END LOOP;
    DELETE FROM advice_chatline l USING advice_chat c, advice_contact k
     WHERE l.chat_id = c.id AND k.id = c.contact_id AND c.state = 'ended' AND k.forget_on < kith_today();
    UPDATE advice_chat c SET called = NULL FROM advice_contact k
     WHERE k.id = c.contact_id AND c.called IS NOT NULL AND c.state = 'ended' AND (NOT c.keep OR k.forget_on < kith_today());
    RETURN swept;
END $$;
REVOKE EXECUTE ON FUNCTION advice_chat_sweep() FROM advice_app;
"""
LOOKS = """
CREATE OR REPLACE FUNCTION advice_record_look(which text, page_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor_role() IS NULL OR kith_actor_role() = 'door' THEN
        RAISE EXCEPTION 'a look needs an account' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- A page that asks again by itself is one look in ten minutes.
    IF page_name = 'chat, later' AND EXISTS (SELECT 1 FROM advice_look l WHERE l.contact = which::uuid
           AND l.actor = kith_actor() AND l.page LIKE 'chat%' AND l.at > clock_timestamp() - interval '10 minutes') THEN
        RETURN;
    END IF;
    INSERT INTO advice_look (at, actor, contact, page)
    VALUES (clock_timestamp(), kith_actor(), which::uuid, left(page_name, 40));
END $$;
"""
SECOND = """
-- Set up an app for oneself, where none holds yet.
CREATE FUNCTION advice_second_begin(secret bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor() IS NULL OR kith_actor_role() NOT IN ('adviser', 'moderator', 'editor', 'manager') THEN RETURN false; END IF;
    INSERT INTO advice_secondstep AS s (adviser_id, sealed, since, used) VALUES (kith_actor(), secret, NULL, 0)
    ON CONFLICT (adviser_id) DO UPDATE SET sealed = secret, used = 0 WHERE s.since IS NULL;
    RETURN FOUND;
END $$;

-- The code of a half minute was right: the first time, and never again. By its owner, or at the sign-in.
CREATE FUNCTION advice_second_used(who uuid, half_minute bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (kith_actor() = who OR (kith_actor() IS NULL AND kith_channel() = 'sign-in')) THEN RETURN false; END IF;
    UPDATE advice_secondstep s SET used = half_minute, since = coalesce(s.since, clock_timestamp())
     WHERE s.adviser_id = who AND s.used < half_minute AND (s.since IS NOT NULL OR kith_actor() = who);
    RETURN FOUND;
END $$;
DROP FUNCTION advice_published();
DROP FUNCTION advice_published_reasons();
DROP FUNCTION advice_over();
"""
FUNCTIONS = (
    "advice_forum_write(text, uuid, uuid, uuid, text, text, bytea, text, bytea, text, integer)",
    "advice_forum_shown(uuid)",
    "advice_forum_report(uuid, uuid, text, bytea, boolean, bytea, bytea)",
    "advice_forum_posts(uuid, text)",
    "advice_forum_thread(uuid, text)",
    "advice_second_begin(bytea)",
    "advice_second_used(uuid, bigint)",
)
RIGHTS = "".join(
    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC; ALTER FUNCTION {name} OWNER TO advice_definer;"
    f" GRANT EXECUTE ON FUNCTION {name} TO advice_app;\n"
    for name in FUNCTIONS
)
OWN_OR_SIGN_IN = "adviser_id = (SELECT kith_actor()) OR ((SELECT kith_actor()) IS NULL AND (SELECT kith_channel()) = 'sign-in')"


def seal_what_waits(apps, schema_editor) -> None:  # type: ignore[no-untyped-def]
    """Posts that waited in clear before this release."""
    from kith.advice.forum.held import sealed_post, sealed_title

    where = schema_editor.connection
    with where.cursor() as cursor:
        cursor.execute("SELECT p.id, p.words FROM advice_post p WHERE p.state = 'held' AND p.words <> ''")
        for post, words in cursor.fetchall():
            cursor.execute(
                "UPDATE advice_post SET words = '', sealed = %s WHERE id = %s",
                [sealed_post(UUID(str(post)), words), post],
            )
        cursor.execute("SELECT id, title FROM advice_thread WHERE NOT shown AND title <> ''")
        for thread, title in cursor.fetchall():
            cursor.execute(
                "UPDATE advice_thread SET title = '', sealed = %s WHERE id = %s",
                [sealed_title(UUID(str(thread)), title), thread],
            )


class Migration(migrations.Migration):
    dependencies = [("advice", "0030_harder")]
    operations = [
        protect("advice_publishedquarter", read=EVERYBODY),
        protect("advice_publishedreason", read=EVERYBODY),
        # A manager sees who has one, and takes one away; nobody puts one there for another.
        protect("advice_secondstep", read=("manager",), remove=("manager",), and_read=OWN_OR_SIGN_IN),
        migrations.RunSQL(FORUM, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(CHAT, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(LOOKS, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(SECOND, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(RIGHTS, reverse_sql=migrations.RunSQL.noop),
        # Who is in which account's row is the manager's to read in the audit of sign-ins.
        migrations.RunPython(seal_what_waits, migrations.RunPython.noop),
    ]
