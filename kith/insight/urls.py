"""Addresses of what leaders see of help for families."""

from __future__ import annotations

from django.urls import path

from kith.insight import home, pages, public, spend

urlpatterns = [
    path("public/figures/", public.public_figures, name="public_figures"),
    path("insight/", pages.insight, name="insight"),
    path("insight/list/", pages.insight_list, name="insight_list"),
    path("insight/figures.csv", pages.insight_csv, name="insight_csv"),
    path("insight/spend/", spend.insight_spend, name="insight_spend"),
    path("insight/going-home/", home.insight_home, name="insight_home"),
    path("insight/<slug:measure>/", pages.insight_measure, name="insight_measure"),
]
