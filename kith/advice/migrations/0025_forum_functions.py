"""What a member may do by what the browser holds, and what everybody reads: posts that are shown, under made-up names."""

from django.db import migrations

from kith.advice.rls import protect

FORUM = """
CREATE FUNCTION advice_forum_join(which uuid, called text, folded_name text, hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO advice_member (id, name, folded, password, joined_at, allowed, blocked)
    VALUES (which, called, folded_name, hash, clock_timestamp(), 0, false) ON CONFLICT (folded) DO NOTHING;
    RETURN FOUND;
END $$;

CREATE FUNCTION advice_forum_hash(folded_name text) RETURNS TABLE (id uuid, password text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.password FROM advice_member m WHERE m.folded = folded_name
$$;

CREATE FUNCTION advice_forum_sit(which uuid, held text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM advice_seat WHERE until < clock_timestamp();
    INSERT INTO advice_seat (secret, member_id, until) VALUES (held, which, clock_timestamp() + interval '12 hours')
$$;

CREATE FUNCTION advice_forum_seat(held text)
RETURNS TABLE (id uuid, name text, allowed integer, blocked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.name, m.allowed, m.blocked FROM advice_seat s JOIN advice_member m ON m.id = s.member_id
     WHERE s.secret = held AND s.until > clock_timestamp()
$$;

CREATE FUNCTION advice_forum_leave(held text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DELETE FROM advice_seat WHERE secret = held $$;

-- A post: 'shown', 'held', 'again' (sent twice), 'none' (nobody sits there), 'blocked', 'closed' or 'flood'.
-- New members' posts are held until three were let through and two days went by; whatever may tell who somebody is, always.
CREATE FUNCTION advice_forum_post(held text, post uuid, in_thread uuid, on_board text, titled text, said text, told integer)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who advice_member;
    answer text := 'held';
    begins boolean := in_thread IS NULL;
BEGIN
    SELECT m.* INTO who FROM advice_seat s JOIN advice_member m ON m.id = s.member_id
     WHERE s.secret = held AND s.until > clock_timestamp() FOR UPDATE OF m;
    IF who.id IS NULL THEN RETURN 'none'; END IF;
    IF EXISTS (SELECT 1 FROM advice_post p WHERE p.id = post) THEN RETURN 'again'; END IF;
    IF who.blocked THEN RETURN 'blocked'; END IF;
    IF (SELECT count(*) FROM advice_post p WHERE p.member_id = who.id AND p.at > clock_timestamp() - interval '10 minutes') >= 5
       OR (SELECT count(*) FROM advice_post p WHERE p.member_id = who.id AND p.at > clock_timestamp() - interval '1 day') >= 30
       OR (SELECT count(*) FROM advice_post p WHERE p.member_id = who.id AND p.state = 'held') >= 5
       OR EXISTS (SELECT 1 FROM advice_post p WHERE p.member_id = who.id AND p.words = said
                     AND p.at > clock_timestamp() - interval '1 day') THEN
        RETURN 'flood';
    END IF;
    IF told = 0 AND who.allowed >= 3 AND who.joined_at < clock_timestamp() - interval '2 days' THEN answer := 'shown'; END IF;
    IF begins THEN
        in_thread := gen_random_uuid();
        INSERT INTO advice_thread (id, board, title, began_at, last_at, shown, closed)
        VALUES (in_thread, on_board, left(titled, 120), clock_timestamp(), clock_timestamp(), answer = 'shown', false);
    ELSIF NOT EXISTS (SELECT 1 FROM advice_thread t WHERE t.id = in_thread AND t.board = on_board AND t.shown
                         AND NOT t.closed) THEN
        RETURN 'closed';
    ELSIF answer = 'shown' THEN
        UPDATE advice_thread SET last_at = clock_timestamp() WHERE id = in_thread;
    END IF;
    INSERT INTO advice_post (id, thread_id, member_id, at, words, state, marks, taken_out, why)
    VALUES (post, in_thread, who.id, clock_timestamp(), left(said, 5000), answer, told, 0, '');
    RETURN answer;
END $$;

-- What is reported as telling who somebody is goes from sight at once, until a moderator has looked.
CREATE FUNCTION advice_forum_report(report uuid, which uuid, because text, said text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM advice_post p WHERE p.id = which AND p.state = 'shown' FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO advice_postreport (id, post_id, why, words, came_at)
    VALUES (report, which, because, left(said, 500), clock_timestamp()) ON CONFLICT (id) DO NOTHING;
    IF because = 'identifies' THEN UPDATE advice_post SET state = 'held' WHERE id = which; END IF;
    RETURN true;
END $$;

CREATE FUNCTION advice_forum_threads(on_board text, page integer)
RETURNS TABLE (id uuid, title text, last_at timestamptz, posts bigint, closed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.id, t.title, t.last_at,
           (SELECT count(*) FROM advice_post p WHERE p.thread_id = t.id AND p.state = 'shown'), t.closed
      FROM advice_thread t
     WHERE t.board = on_board AND t.shown
     ORDER BY t.last_at DESC LIMIT 31 OFFSET 30 * (greatest(page, 1) - 1)
$$;

-- The posts of a thread that are shown; and to the member who sits there, their own that wait or were taken down.
CREATE FUNCTION advice_forum_posts(in_thread uuid, held text)
RETURNS TABLE (id uuid, name text, at timestamptz, words text, state text, taken_out integer, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, m.name, p.at, CASE WHEN p.state = 'removed' THEN '' ELSE p.words END, p.state, p.taken_out, p.why
      FROM advice_post p JOIN advice_member m ON m.id = p.member_id JOIN advice_thread t ON t.id = p.thread_id
     WHERE p.thread_id = in_thread
       AND ((p.state = 'shown' AND t.shown) OR p.member_id = (SELECT s.member_id FROM advice_seat s
             WHERE s.secret = held AND s.until > clock_timestamp()))
     ORDER BY p.at, p.id LIMIT 500
$$;

-- A thread that is shown, or one's own that waits.
CREATE FUNCTION advice_forum_thread(which uuid, held text) RETURNS TABLE (board text, title text, closed boolean, shown boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.board, t.title, t.closed, t.shown FROM advice_thread t
     WHERE t.id = which AND (t.shown OR EXISTS (SELECT 1 FROM advice_post p JOIN advice_seat s ON s.member_id = p.member_id
           WHERE p.thread_id = t.id AND s.secret = held AND s.until > clock_timestamp()))
$$;
"""
FUNCTIONS = (
    "advice_forum_join(uuid, text, text, text)",
    "advice_forum_hash(text)",
    "advice_forum_sit(uuid, text)",
    "advice_forum_seat(text)",
    "advice_forum_leave(text)",
    "advice_forum_post(text, uuid, uuid, text, text, text, integer)",
    "advice_forum_report(uuid, uuid, text, text)",
    "advice_forum_threads(text, integer)",
    "advice_forum_posts(uuid, text)",
    "advice_forum_thread(uuid, text)",
)
RIGHTS = "".join(
    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC; ALTER FUNCTION {name} OWNER TO advice_definer;"
    f" GRANT EXECUTE ON FUNCTION {name} TO advice_app;\n"
    for name in FUNCTIONS
)
MODERATE = ("moderator", "manager")


class Migration(migrations.Migration):
    dependencies = [("advice", "0024_forum")]
    operations = [
        protect("advice_member", read=MODERATE, change=MODERATE),
        protect("advice_seat", remove=MODERATE, read=MODERATE),
        protect("advice_thread", read=MODERATE, change=MODERATE),
        protect("advice_post", read=MODERATE, change=MODERATE),
        protect("advice_postreport", read=MODERATE, change=MODERATE),
        migrations.RunSQL(FORUM, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(RIGHTS, reverse_sql=migrations.RunSQL.noop),
    ]
