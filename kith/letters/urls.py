"""Addresses of letters."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.letters.family import letter_of_mine, letters_of_mine, papers_of_mine
from kith.letters.offers.views import offer_letter, offer_pdf
from kith.letters.staff.documents import chronology
from kith.letters.staff.leaving import letter, letter_check, letter_file, letter_paper, letters_to_post
from kith.letters.staff.opening import letter_close, letter_failed, letter_open
from kith.letters.staff.papers import paper_new
from kith.letters.staff.templates import letter_template, letter_templates
from kith.letters.staff.word import word_new, word_template
from kith.letters.staff.writing import letter_change, letter_new, letters

OF = "people/<uuid:person_id>/letters/"
ONE = f"{OF}<uuid:letter_id>/"
urlpatterns: list[URLPattern] = [
    path(OF, letters, name="letters"),
    path(f"{OF}new/<slug:key>/", letter_new, name="letter_new"),
    path(f"{OF}word/<slug:key>/", word_new, name="letter_word_new"),
    path(f"{OF}chronology/", chronology, name="letter_chronology"),
    path(f"{OF}made/<slug:key>/", paper_new, name="letter_paper_new"),
    path(ONE, letter, name="letter"),
    path(f"{ONE}change/", letter_change, name="letter_change"),
    path(f"{ONE}check/<slug:way>/", letter_check, name="letter_check"),
    path(f"{ONE}letter.pdf", letter_file, {"ending": "pdf"}, name="letter_pdf"),
    path(f"{ONE}letter.docx", letter_file, {"ending": "docx"}, name="letter_docx"),
    path(f"{ONE}paper/", letter_paper, name="letter_paper"),
    path(f"{ONE}sent/<uuid:sending_id>/open/", letter_open, name="letter_open"),
    path(f"{ONE}sent/<uuid:sending_id>/close/", letter_close, name="letter_close"),
    path(f"{ONE}failed/<uuid:delivery_id>/", letter_failed, name="letter_failed"),
    path("my/documents/", papers_of_mine, name="my_papers"),
    path("my/letters/", letters_of_mine, name="my_letters"),
    path("my/letters/<uuid:sending_id>/letter.pdf", letter_of_mine, name="my_letter"),
    path("offers/yours/letter.pdf", offer_letter, {"ending": "pdf"}, name="offer_letter_pdf"),
    path("offers/yours/letter.docx", offer_letter, {"ending": "docx"}, name="offer_letter_docx"),
    path("offers/<slug:kind>/offer.pdf", offer_pdf, name="offer_pdf"),
    path("letters/to-post/", letters_to_post, name="letters_to_post"),
    path("letters/templates/", letter_templates, name="letter_templates"),
    path("letters/templates/word/", word_template, name="word_template_new"),
    path("letters/templates/word/<slug:key>/", word_template, name="word_template"),
    path("letters/templates/<slug:key>/", letter_template, name="letter_template"),
]
