"""What a caller's browser may do with its own chat, by the secret that it alone holds; and who else reads a chat.

Every change goes through `advice_chat_moved`, which tells the web processes by NOTIFY: a browser that asks whether
something is new is answered without a query (docs/adr/0188).
"""

from django.db import migrations

from kith.advice.rls import protect

CHAT = """
CREATE FUNCTION advice_chat_moved(which uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told record;
BEGIN
    UPDATE advice_chat SET revision = revision + 1 WHERE id = which RETURNING secret, revision INTO told;
    PERFORM pg_notify('advice_chat', told.secret || ' ' || told.revision);
    RETURN told.revision;
END $$;

-- The words of chats that were not to be kept go half an hour after the caller was last heard of; kept ones on their day.
CREATE FUNCTION advice_chat_sweep() RETURNS integer
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
    RETURN swept;
END $$;

CREATE FUNCTION advice_chat_over(which uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE advice_chat SET state = 'ended', ended_at = clock_timestamp(), handing_to = NULL,
           called = CASE WHEN keep THEN called END
     WHERE id = which AND state <> 'ended';
    IF FOUND THEN
        DELETE FROM advice_chatline l USING advice_chat c WHERE c.id = which AND l.chat_id = c.id AND NOT c.keep;
        PERFORM advice_chat_moved(which);
    END IF;
END $$;

-- How one's chat stands: state, lines, revision, whether it is kept, how many wait before it, the adviser.
CREATE FUNCTION advice_chat_look(held text)
RETURNS TABLE (id uuid, state text, lines integer, revision integer, keep boolean, before integer, adviser text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.state, c.lines, c.revision, c.keep,
           CASE WHEN c.state = 'waiting' THEN (SELECT count(*)::integer FROM advice_chat o
                WHERE o.state = 'waiting' AND o.began_at < c.began_at) ELSE 0 END,
           split_part(coalesce((SELECT a.display_name FROM advice_adviser a WHERE a.id = c.adviser), ''), ' ', 1)
      FROM advice_chat c WHERE c.secret = held
$$;

CREATE FUNCTION advice_chat_lines(held text, after integer)
RETURNS TABLE (id uuid, number integer, at timestamptz, theirs boolean, sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.id, l.number, l.at, l.by IS NOT NULL, l.sealed
      FROM advice_chatline l JOIN advice_chat c ON c.id = l.chat_id
     WHERE c.secret = held AND l.number > after ORDER BY l.number LIMIT 500
$$;

-- A caller writes: 'said', 'again' (sent twice), 'none', 'ended', 'flood' (20 lines in a minute) or 'full'.
CREATE FUNCTION advice_chat_say(held text, line uuid, words bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one advice_chat;
BEGIN
    SELECT * INTO one FROM advice_chat c WHERE c.secret = held FOR UPDATE;
    IF one.id IS NULL THEN RETURN 'none'; END IF;
    IF EXISTS (SELECT 1 FROM advice_chatline l WHERE l.id = line) THEN RETURN 'again'; END IF;
    IF one.state = 'ended' THEN RETURN 'ended'; END IF;
    IF one.lines >= 1000 OR octet_length(words) > 16000 THEN RETURN 'full'; END IF;
    IF (SELECT count(*) FROM advice_chatline l WHERE l.chat_id = one.id AND l.by IS NULL
           AND l.at > clock_timestamp() - interval '1 minute') >= 20 THEN
        RETURN 'flood';
    END IF;
    UPDATE advice_chat SET lines = lines + 1, heard_at = clock_timestamp() WHERE id = one.id;
    INSERT INTO advice_chatline (id, chat_id, number, at, by, sealed)
    VALUES (line, one.id, one.lines + 1, clock_timestamp(), NULL, words);
    PERFORM advice_chat_moved(one.id);
    RETURN 'said';
END $$;

-- An adviser writes into a chat of theirs.
CREATE FUNCTION advice_chat_answer(which uuid, line uuid, words bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one advice_chat;
BEGIN
    SELECT * INTO one FROM advice_chat c WHERE c.id = which FOR UPDATE;
    IF one.id IS NULL OR one.adviser IS DISTINCT FROM kith_actor() OR kith_actor_role() NOT IN ('adviser', 'manager') THEN
        RETURN 'none';
    END IF;
    IF EXISTS (SELECT 1 FROM advice_chatline l WHERE l.id = line) THEN RETURN 'again'; END IF;
    IF one.state <> 'talking' THEN RETURN 'ended'; END IF;
    UPDATE advice_chat SET lines = lines + 1 WHERE id = one.id;
    INSERT INTO advice_chatline (id, chat_id, number, at, by, sealed)
    VALUES (line, one.id, one.lines + 1, clock_timestamp(), kith_actor(), words);
    PERFORM advice_chat_moved(one.id);
    RETURN 'said';
END $$;

CREATE FUNCTION advice_chat_here(held text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE advice_chat SET heard_at = clock_timestamp() WHERE secret = held AND state <> 'ended'
$$;

CREATE FUNCTION advice_chat_keep(held text, wanted boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one uuid;
BEGIN
    UPDATE advice_chat SET keep = wanted WHERE secret = held AND state <> 'ended' RETURNING id INTO one;
    IF one IS NOT NULL THEN PERFORM advice_chat_moved(one); END IF;
END $$;

-- The caller ends it. Whoever was answered counts as answered; whoever was not has gone before we came.
CREATE FUNCTION advice_chat_leave(held text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one advice_chat;
BEGIN
    SELECT * INTO one FROM advice_chat c WHERE c.secret = held AND c.state <> 'ended' FOR UPDATE;
    IF one.id IS NULL THEN RETURN; END IF;
    UPDATE advice_contact SET ended_at = now(),
           state = CASE WHEN taken_at IS NULL THEN 'abandoned' ELSE 'answered' END
     WHERE id = one.contact_id AND state IN ('waiting', 'taken');
    PERFORM advice_chat_over(one.id);
END $$;

-- The adviser who has it ends it.
CREATE FUNCTION advice_chat_finish(which uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM advice_chat c WHERE c.id = which AND c.adviser = kith_actor()
        AND kith_actor_role() IN ('adviser', 'manager');
    IF FOUND THEN PERFORM advice_chat_over(which); END IF;
END $$;

-- How many wait: for the page that says whether there is room.
CREATE FUNCTION advice_chats_waiting() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::integer FROM advice_chat WHERE state = 'waiting'
$$;
"""
FUNCTIONS = {
    "advice_chat_moved(uuid)": "advice_app, advice_worker",
    "advice_chat_over(uuid)": "advice_definer",
    "advice_chat_sweep()": "advice_app, advice_worker",
    "advice_chat_look(text)": "advice_app",
    "advice_chat_lines(text, integer)": "advice_app",
    "advice_chat_say(text, uuid, bytea)": "advice_app",
    "advice_chat_answer(uuid, uuid, bytea)": "advice_app",
    "advice_chat_here(text)": "advice_app",
    "advice_chat_keep(text, boolean)": "advice_app",
    "advice_chat_leave(text)": "advice_app",
    "advice_chat_finish(uuid)": "advice_app",
    "advice_chats_waiting()": "advice_app",
}
RIGHTS = "".join(
    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC; ALTER FUNCTION {name} OWNER TO advice_definer;"
    f" GRANT EXECUTE ON FUNCTION {name} TO {who};\n"
    for name, who in FUNCTIONS.items()
)
ANSWER = ("adviser", "manager")


class Migration(migrations.Migration):
    dependencies = [("advice", "0022_chat")]
    operations = [
        protect("advice_chat", read=ANSWER, add=("door",), change=ANSWER),
        protect("advice_chatline", read=ANSWER),
        migrations.RunSQL(CHAT, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(RIGHTS, reverse_sql=migrations.RunSQL.noop),
    ]
