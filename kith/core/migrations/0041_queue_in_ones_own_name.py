"""The app puts work into the queue in its actor's own name, and neither changes what waits there nor takes it out.

A job names whose work it is, and the worker does it as that account. What was put in by SQL could name the director.
"""

from django.db import migrations

QUEUE = """
CREATE FUNCTION core_job_of_actor() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND (kith_actor() IS NULL
        OR NEW.args -> 'actor' ->> 'id' IS DISTINCT FROM kith_actor()::text)
    THEN
        RAISE EXCEPTION 'work is given in one''s own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION core_job_of_actor() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core_job_of_actor() TO kith_app, kith_worker;
CREATE TRIGGER kith_job_of_actor BEFORE INSERT ON procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION core_job_of_actor();
REVOKE UPDATE, DELETE ON procrastinate_jobs, procrastinate_events FROM kith_app;
REVOKE ALL ON procrastinate_periodic_defers, procrastinate_workers FROM kith_app;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0040_labels_of_what_is_open")]
    operations = [migrations.RunSQL(QUEUE, reverse_sql=migrations.RunSQL.noop)]
