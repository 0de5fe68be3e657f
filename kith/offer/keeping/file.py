"""Bringing services in from a file, at the desk: a CSV, each row told of by itself, the same twice is once."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponseBase
from django.shortcuts import render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.core.actor import Actor
from kith.offer.actions.feeds import begin_feed, end_feed
from kith.offer.actions.taking import Incoming, take_in
from kith.offer.feeds.pages import FeedError, Reading
from kith.offer.feeds.sheet import COLUMNS, rows_of

MOST_ROWS, MOST_BYTES = 300, 1024 * 1024


class FileForm(forms.Form):
    """Whose services they are, and the file."""

    name = forms.CharField(
        label="Whose list is it?", max_length=120,
        help_text="The same name is the same list: a newer file of it changes what the one before brought.",
        error_messages={"required": "Say whose list it is"},
    )  # fmt: skip
    file = forms.FileField(
        label="The file", help_text=f"CSV UTF-8, up to {MOST_ROWS} rows and 1 MB. Its first row names the columns.",
        error_messages={"required": "Choose the file", "empty": "There is nothing in that file"},
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )  # fmt: skip

    def clean_file(self) -> UploadedFile[bytes]:
        """Small enough to be read while one waits."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError("The file is larger than 1 MB. Send it in parts.")
        return file


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of the rows. `refused`: which row or service, which column, and why."""

    new: int
    changed: int
    unchanged: int
    held: int
    refused: tuple[tuple[str, str, str], ...]


@staff_who_may(Permission.KEEP_DIRECTORY)
def directory_file(request: ActingRequest) -> HttpResponseBase:
    """A list that somebody sent us. What sounds secret, or is here already, waits on the board."""
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    brought = None
    if request.method == "POST" and form.is_valid():
        try:
            brought = _bring(request.actor, form.cleaned_data["name"], form.cleaned_data["file"])
        except FeedError as why:
            form.add_error("file", str(why))
    return render(request, "offer/file.html", {"form": form, "columns": COLUMNS, "brought": brought})


def _bring(by: Actor, name: str, file: UploadedFile[bytes]) -> Brought:
    """All of it, in the transaction of the request. Raises FeedError where it is no table of ours, or too long."""
    reading = Reading()
    told = [Incoming(external, facts) for external, facts in rows_of("The file", file.read(), reading)]
    if len(told) > MOST_ROWS:
        raise FeedError(f"The file has {len(told)} rows. Send it in parts of {MOST_ROWS} rows at most.")
    feed = begin_feed(by=by, name=name, address="")
    taken = take_in(by=by, feed=feed, records=told)
    refused = (*taken.refused, *reading.refused)
    said = {"read": len(told), "new": taken.new, "changed": taken.changed, "unchanged": taken.unchanged,
            "held": taken.held, "far": len(taken.far), "refused": len(refused)}  # fmt: skip
    end_feed(by=by, feed=feed, said=said, refused=refused)
    return Brought(taken.new, taken.changed, taken.unchanged, taken.held, refused)
