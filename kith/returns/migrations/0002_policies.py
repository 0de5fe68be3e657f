"""Row level security on staging: whoever may open the person, and the returns officer for the rows alone."""

from django.db import migrations

from kith.core.rls import Policy, Protect, by_person, granted, opened

OFFICER = "(SELECT kith_actor_role()) = 'returns'"


class Migration(migrations.Migration):
    dependencies = [("returns", "0001_initial"), ("access", "0003_policies")]
    operations = [
        Protect(
            Policy(
                "returns_stagedrow",
                read=f"{granted('returns_stagedrow.person_id')} OR {OFFICER}",
                as_other=granted("returns_stagedrow.person_id", who="kith_on_behalf_of()"),
            )
        ),
        Protect(by_person("returns_difference", or_read=OFFICER)),
        Protect(by_person("returns_childinreturn", history=False)),
        opened("returns_loadedfile"),
    ]
