"""Tables of asking for help are written by roles that edit, as those of every room (docs/adr/0130).

Whoever has a request, a charity or a school too, says by a function that the asker was told and that it is done with:
then no login writes those columns itself.
"""

from django.db import migrations, models

from kith.core.rls import written_by_role

WRITES = "LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FUNCTIONS = f"""
-- Whoever asked was told; nothing more is to be done. By whoever has it and by the front door.
CREATE FUNCTION help_told(request uuid, way text) RETURNS boolean {WRITES}
BEGIN
    IF NOT help_may_give(request) THEN RETURN false; END IF;
    UPDATE help_helprequest r SET told_at = now(), told_how = way WHERE r.id = request;
    RETURN true;
END $$;

CREATE FUNCTION help_close(request uuid) RETURNS boolean {WRITES}
BEGIN
    IF NOT help_may_give(request) THEN RETURN false; END IF;
    UPDATE help_requestholder h SET ended_at = now()
     WHERE h.request_id = request AND h.accepted_at IS NULL AND h.refused_at IS NULL AND h.ended_at IS NULL;
    UPDATE help_helprequest r SET closed_at = now() WHERE r.id = request;
    RETURN true;
END $$;

REVOKE ALL ON FUNCTION help_told(uuid, text), help_close(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION help_told(uuid, text), help_close(uuid) TO kith_app, kith_worker;
ALTER FUNCTION help_told(uuid, text) OWNER TO kith_definer;
ALTER FUNCTION help_close(uuid) OWNER TO kith_definer;
REVOKE UPDATE (told_at, told_how, closed_at) ON help_helprequest FROM kith_app;
"""
SAYS = "What to say in a message or to whoever answers, or never to say."


def in_a_message(model: str) -> migrations.AlterField:
    return migrations.AlterField(
        model_name=model,
        name="not_safe_to_say",
        field=models.CharField(blank=True, help_text=SAYS, max_length=200),
    )


class Migration(migrations.Migration):
    dependencies = [("help", "0015_found_in_one_block"), ("access", "0052_writes_by_role")]
    operations = [
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        written_by_role(
            "help_helprequest",
            "help_requestholder",
            "help_requestperson",
            "help_thresholddecision",
            "help_pot",
        ),
        in_a_message("helprequest"),
        in_a_message("helprequestevent"),
    ]
