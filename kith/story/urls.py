"""Addresses of the story, both doors."""

from __future__ import annotations

from django.urls import path

from kith.story import family, family_uses
from kith.story.staff import concerns, correct, documents, drafts, event, timeline, uses, words, write
from kith.story.wording import pages as wording

PERSON = "people/<uuid:person_id>/story/"
EVENT = f"{PERSON}<uuid:event_id>/"

urlpatterns = [
    path(PERSON, timeline.story, name="story"),
    path(f"{PERSON}csv", timeline.story_csv, name="story_csv"),
    path(f"{PERSON}not-told/", concerns.start, name="story_not_told"),
    path(f"{PERSON}told/", concerns.end, name="story_told"),
    path(f"{PERSON}document/", documents.upload_new, name="story_document_new"),
    path(EVENT, event.event, name="story_event"),
    path(f"{EVENT}release/", event.release, name="story_release"),
    path(f"{EVENT}withdraw/", event.withdraw, name="story_withdraw"),
    path(f"{EVENT}correct/", correct.correct, name="story_correct"),
    path(f"{EVENT}documents/", documents.upload, name="story_upload"),
    path(f"{EVENT}documents/<uuid:document_id>/", documents.download, name="story_download"),
    path(f"{EVENT}read/", words.read, name="story_read"),
    path(f"{EVENT}use/", uses.ask, name="story_use_ask"),
    path(f"{EVENT}use/<uuid:asking_id>/", uses.go_on, name="story_use"),
    path("duty/words/<uuid:event_id>/", words.take, name="words_to_duty"),
    path(f"{PERSON}<slug:form>/", write.write, name="story_write"),
    path(f"{PERSON}<slug:form>/share/", write.share, name="story_share"),
    path(f"{PERSON}<slug:form>/discard/", write.discard, name="story_discard"),
    path("drafts/save/", drafts.draft_save, name="draft_save"),
    path("drafts/<uuid:draft>/state/", drafts.draft_state, name="draft_state"),
    path("words/", wording.other_words, name="other_words"),
    path("words/list.json", wording.other_words_list, name="other_words_list"),
    path("words/new/", wording.other_words_new, name="other_words_new"),
    path("words/<slug:key>/", wording.other_words_change, name="other_words_change"),
    path("words/<slug:key>/end/", wording.other_words_end, name="other_words_end"),
    path("my/words/", family.my_words, name="my_words"),
    path("my/words/save/", family.my_words_save, name="my_words_save"),
    path("my/words/drafts/<uuid:draft>/state/", family.my_words_state, name="my_words_state"),
    path("my/words/asks/<uuid:asking_id>/", family_uses.my_use, name="my_use"),
    path("my/story/", family.my_story, name="my_story"),
    path("my/story/<uuid:event_id>/", family.my_story_item, name="my_story_item"),
    path("my/story/<uuid:event_id>/documents/<uuid:document_id>/", family.my_document, name="my_document"),
]
