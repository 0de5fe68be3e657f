"""All addresses, those of this room for certain."""

from __future__ import annotations

from kith.config import urls as whole
from kith.people.urls import urlpatterns as people

urlpatterns = [*people, *whole.urlpatterns]
handler400, handler403 = whole.handler400, whole.handler403
handler404, handler500 = whole.handler404, whole.handler500
