"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.plan import my
from kith.plan.staff import agree, lines, share, waiting, whole

ON = "people/<uuid:person_id>/plan/"
urlpatterns: list[URLPattern] = [
    path(ON, whole.plan_view, name="plan"),
    path(f"{ON}begin/", whole.plan_start, name="plan_start"),
    *[path(f"{ON}{kind}/", lines.plan_add, {"kind": kind}, name=f"plan_add_{kind}") for kind in lines.ADDS],
    path(f"{ON}line/<uuid:item>/", lines.plan_line, name="plan_line"),
    path(f"{ON}line/<uuid:item>/wait/", waiting.plan_await, name="plan_await"),
    path("plan/steps/<uuid:item>/saw", waiting.plan_step_saw, name="plan_step_saw"),
    *[
        path(
            f"{ON}line/<uuid:item>/{how}/", lines.plan_say, {"how": how}, name=f"plan_{how.replace('-', '_')}"
        )
        for how in lines.SAYS
    ],
    path(f"{ON}agree/", agree.plan_agree, name="plan_agree"),
    *[path(f"{ON}{what}/", agree.plan_whole, {"what": what}, name=f"plan_{what}") for what in agree.OTHERS],
    path(f"{ON}versions/", agree.plan_versions, name="plan_versions"),
    path(f"{ON}share/", share.plan_share, name="plan_share"),
    path(f"{ON}partner/", share.plan_share_partner, name="plan_share_partner"),
    path(f"{ON}take-back/", share.plan_take_back, name="plan_take_back"),
    path("my/plan/", my.my_plan_view, name="my_plan"),
    path("my/plan/<uuid:item>/", my.my_plan_line, name="my_plan_line"),
]
