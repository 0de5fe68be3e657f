"""Sessions and password digests lie where the app's login cannot read them (docs/adr/0102).

A session is reached by its key, of which the table holds a digest. A password's digest never leaves the database:
the account's column keeps algorithm, settings and salt, with noise in the digest's place, and one function says whether
what the app worked out of a try is it.
"""

from django.db import migrations

SESSIONS = """
DELETE FROM django_session;
REVOKE ALL ON django_session FROM kith_app, kith_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON django_session TO kith_definer;

CREATE FUNCTION access_session_name(key text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 40) $$;

CREATE FUNCTION access_session_read(key text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.session_data FROM django_session s WHERE s.session_key = access_session_name(key) AND s.expire_date > now()
$$;

-- Whether it was kept: a new one only where the key is free, another only where it is still there.
CREATE FUNCTION access_session_write(key text, data text, until timestamptz, new boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF new THEN
        INSERT INTO django_session (session_key, session_data, expire_date)
        VALUES (access_session_name(key), data, until) ON CONFLICT DO NOTHING;
    ELSE
        UPDATE django_session SET session_data = data, expire_date = until
         WHERE session_key = access_session_name(key);
    END IF;
    RETURN FOUND;
END $$;

CREATE FUNCTION access_session_end(key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM django_session WHERE session_key = access_session_name(key)
$$;

CREATE FUNCTION access_sessions_clear() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM django_session WHERE expire_date < now()
$$;
"""

PASSWORDS = r"""
CREATE TABLE access_password (account_id uuid PRIMARY KEY, encoded text NOT NULL);
COMMENT ON TABLE access_password IS 'Password digests. No login reads it: access_password_is() compares.';
ALTER TABLE access_password ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_password FORCE ROW LEVEL SECURITY;
CREATE POLICY access_password_definer ON access_password TO kith_definer USING (true) WITH CHECK (true);
CREATE POLICY access_password_migrating ON access_password TO kith_owner
    USING (current_setting('kith.migrating', true) = 'on') WITH CHECK (current_setting('kith.migrating', true) = 'on');
GRANT SELECT, INSERT, UPDATE, DELETE ON access_password TO kith_definer;

-- What the account keeps of a password: all but its digest, for which stands noise of the same length.
CREATE FUNCTION access_password_noise(encoded text) RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT left(encoded, -length(d.digest)) || '~' || left(
        encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'), length(d.digest) - 1)
      FROM substring(encoded FROM '[^$]*$') AS d (digest)
$$;

CREATE FUNCTION access_password_kept() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.password = OLD.password THEN RETURN NEW; END IF;
    -- Whoever else may change an account may take its password away, and never choose one.
    IF TG_OP = 'UPDATE' AND session_user = 'kith_app' AND NEW.password NOT LIKE '!%'
       AND NEW.password !~ '\$~[^$]*$' AND kith_actor() IS DISTINCT FROM NEW.id AND NOT (kith_actor() IS NULL AND kith_channel() = 'sign-in')
    THEN
        RAISE EXCEPTION 'a password is chosen by its account' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.password LIKE '%$%' AND NEW.password !~ '\$~[^$]*$' THEN
        INSERT INTO access_password VALUES (NEW.id, NEW.password)
        ON CONFLICT (account_id) DO UPDATE SET encoded = excluded.encoded;
        NEW.password := access_password_noise(NEW.password);
    ELSIF NEW.password LIKE '%$%' AND TG_OP = 'UPDATE' THEN
        -- Saved by somebody who read the account before the password changed.
        NEW.password := OLD.password;
    ELSE
        DELETE FROM access_password WHERE account_id = NEW.id;
    END IF;
    RETURN NEW;
END $$;
INSERT INTO access_password SELECT id, password FROM access_account WHERE password LIKE '%$%';
UPDATE access_account SET password = access_password_noise(password) WHERE password LIKE '%$%';
CREATE TRIGGER kith_password_kept BEFORE INSERT OR UPDATE OF password ON access_account FOR EACH ROW
    EXECUTE FUNCTION access_password_kept();

-- Of one account, by itself or at the sign-in: is this what was kept? It costs the asker the work of one try.
CREATE FUNCTION access_password_is(account uuid, tried text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_password p WHERE p.account_id = account AND p.encoded = tried)
       AND coalesce(kith_actor() = account OR kith_channel() = 'sign-in', false);
END $$;
"""

OWNERS = """
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['access_session_read(text)', 'access_session_write(text, text, timestamptz, boolean)',
        'access_session_end(text)', 'access_sessions_clear()', 'access_session_name(text)',
        'access_password_is(uuid, text)', 'access_password_noise(text)', 'access_password_kept()']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION access_session_read(text), access_session_write(text, text, timestamptz, boolean),
    access_session_end(text), access_sessions_clear(), access_password_is(uuid, text) TO kith_app, kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0022_answers_about_nobody"), ("sessions", "0001_initial")]
    operations = [migrations.RunSQL(SESSIONS), migrations.RunSQL(PASSWORDS), migrations.RunSQL(OWNERS)]
