"""The name under which an account signs what it writes is changed by an administrator, and never by its own holder."""

from django.db import migrations

GUARD = """
CREATE FUNCTION access_name_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND current_user <> 'kith_definer'
        AND ((SELECT kith_actor_role()) IS DISTINCT FROM 'admin' OR OLD.id = kith_actor())
    THEN
        RAISE EXCEPTION 'a name is changed by an administrator, and never by its own holder'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kith_name_guard BEFORE UPDATE ON access_account FOR EACH ROW
    WHEN (NEW.display_name IS DISTINCT FROM OLD.display_name) EXECUTE FUNCTION access_name_guard();
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0069_told_of_visits")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=migrations.RunSQL.noop)]
