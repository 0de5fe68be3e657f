"""Addresses of this room: the directory and the local offers, for everybody, for those who keep them, for programs."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.offer import family
from kith.offer.api import views as api
from kith.offer.api.open import ROOT
from kith.offer.keeping import feeds, file
from kith.offer.keeping import views as keeping
from kith.offer.offers import public, staff
from kith.offer.public import telling, views, widget

ORUK = ROOT.strip("/")
KEPT = "offers/keep/<slug:kind>/"
urlpatterns: list[URLPattern] = [
    path("directory/", views.directory, name="directory"),
    path("directory/widget/", widget.directory_widget, name="directory_widget"),
    path("directory/missing/", telling.directory_missing, name="directory_missing"),
    path("directory/add/", telling.directory_add, name="directory_add"),
    path("directory/still-right/<str:secret>/", telling.directory_still_right, name="directory_still_right"),
    path("directory/keep/", keeping.directory_board, name="directory_board"),
    path("directory/keep/file/", file.directory_file, name="directory_file"),
    path("directory/keep/feeds/", feeds.directory_feeds, name="directory_feeds"),
    path("directory/keep/services/", keeping.directory_kept, name="directory_kept"),
    path("directory/keep/services/new/", keeping.directory_new, name="directory_new"),
    path("directory/keep/services/<uuid:service_id>/", keeping.directory_change, name="directory_change"),
    path("directory/keep/services/<uuid:service_id>/say", keeping.directory_say, name="directory_say"),
    path("directory/keep/held/<uuid:held_id>/", keeping.directory_held, name="directory_held"),
    path("directory/keep/reports/<uuid:report_id>", keeping.directory_handled, name="directory_handled"),
    path("directory/<uuid:service_id>/", views.directory_service, name="directory_service"),
    path("directory/<uuid:service_id>/wrong/", telling.directory_report, name="directory_report"),
    path("offers/", public.offers, name="offers"),
    path("offers/yours/", public.offer_yours, name="offer_yours"),
    path("offers/keep/", staff.offer_desk, name="offer_desk"),
    path(KEPT, staff.offer_draft, name="offer_draft"),
    path(f"{KEPT}call/", staff.offer_call, name="offer_call"),
    path(f"{KEPT}publish/", staff.offer_publish, name="offer_publish"),
    path(f"{KEPT}promises/new/", staff.offer_promise, name="offer_promise_new"),
    path(f"{KEPT}promises/<uuid:promise_id>/", staff.offer_promise, name="offer_promise"),
    path(f"{KEPT}asked/new/", staff.offer_asking, name="offer_asking_new"),
    path(f"{KEPT}asked/<uuid:asking_id>/", staff.offer_asking, name="offer_asking"),
    path(f"{KEPT}<slug:code>/", staff.offer_section, name="offer_section"),
    path("offers/<slug:kind>/", public.offer, name="offer"),
    path("offers/<slug:kind>/asked/", public.offer_asked, name="offer_asked"),
    path("offers/<slug:kind>/versions/", public.offer_versions, name="offer_versions"),
    path("offers/<slug:kind>/versions/<int:number>/", public.offer_version, name="offer_version"),
    path("my/near/", family.my_near, name="my_near"),
    path("my/near/<uuid:service_id>/", family.my_near_service, name="my_near_service"),
    path(f"{ORUK}/", api.oruk_root, name="oruk_root"),
    path(f"{ORUK}/openapi.json", api.oruk_openapi, name="oruk_openapi"),
    path(f"{ORUK}/services", api.oruk_services, name="oruk_services"),
    path(f"{ORUK}/services/<str:service_id>", api.oruk_service, name="oruk_service"),
    path(f"{ORUK}/service_at_locations", api.oruk_places, name="oruk_places"),
    path(f"{ORUK}/service_at_locations/<str:at_id>", api.oruk_place, name="oruk_place"),
    path(f"{ORUK}/taxonomies", api.oruk_taxonomies, name="oruk_taxonomies"),
    path(f"{ORUK}/taxonomies/<str:taxonomy_id>", api.oruk_taxonomy, name="oruk_taxonomy"),
    path(f"{ORUK}/taxonomy_terms", api.oruk_terms, name="oruk_terms"),
    path(f"{ORUK}/taxonomy_terms/<str:term_id>", api.oruk_term, name="oruk_term"),
]
