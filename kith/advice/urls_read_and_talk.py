"""Addresses of what people read, fill in and talk in; the desk's side of each beside it."""

from __future__ import annotations

from django.urls import URLPattern, path, register_converter

from kith.advice.chat import desk as chat_desk
from kith.advice.chat import public as chat
from kith.advice.forum import desk as forum_desk
from kith.advice.forum import joining
from kith.advice.forum import public as forum
from kith.advice.letters import views as letters
from kith.advice.library import desk as library_desk
from kith.advice.library import public as library
from kith.advice.public.away import away
from kith.advice.web.quiet import Quiet
from kith.advice.where import views as where

register_converter(Quiet, "quiet")

urlpatterns: list[URLPattern] = [
    path("away", away, name="away"),
    path("letters/", letters.letters_list, name="letters"),
    path("letters/<quiet:slug>/", letters.letter, name="letter"),
    path("where/", where.where_list, name="where_list"),
    path("where/<quiet:slug>/", where.where, name="where"),
    path("sheets/", library.sheets, name="sheets"),
    path("sheets/<quiet:slug>/", library.sheet, name="sheet"),
    path("sheets/<quiet:slug>/<int:number>/", library.sheet_version, name="sheet_version"),
    path("desk/sheets/", library_desk.desk_sheets, name="desk_sheets"),
    path("desk/sheets/new/", library_desk.desk_sheet_write, name="desk_sheet_new"),
    path("desk/sheets/check/<uuid:version_id>/", library_desk.desk_sheet_check, name="desk_sheet_check"),
    path("desk/sheets/<slug:slug>/", library_desk.desk_sheet_write, name="desk_sheet_write"),
    path("desk/sheets/<slug:slug>/back", library_desk.desk_sheet_withdraw, name="desk_sheet_withdraw"),
    path("chat/", chat.chat_begin, name="chat"),
    path("chat/now/", chat.chat_now, name="chat_now"),
    path("chat/now/watch/", chat.chat_watch, name="chat_watch"),
    path("chat/now/say", chat.chat_say, name="chat_say"),
    path("chat/now/do", chat.chat_do, name="chat_do"),
    path("chat/now/lines", chat.chat_lines, name="chat_lines"),
    path("desk/chats/", chat_desk.desk_chats, name="desk_chats"),
    path("desk/chats/<uuid:chat_id>/", chat_desk.desk_chat, name="desk_chat"),
    path("desk/chats/<uuid:chat_id>/do", chat_desk.desk_chat_do, name="desk_chat_do"),
    path("desk/chats/<uuid:chat_id>/lines", chat_desk.desk_chat_lines, name="desk_chat_lines"),
    path("forum/", forum.forum, name="forum"),
    path("forum/join/", joining.forum_join, name="forum_join"),
    path("forum/sign-in/", joining.forum_sign_in, name="forum_sign_in"),
    path("forum/sign-out", joining.forum_leave, name="forum_leave"),
    path("forum/report/<uuid:post_id>/", forum.forum_report, name="forum_report"),
    path("forum/<slug:board>/", forum.forum_board, name="forum_board"),
    path("forum/<slug:board>/new/", forum.forum_new, name="forum_new"),
    path("forum/<slug:board>/<uuid:thread_id>/", forum.forum_thread, name="forum_thread"),
    path("desk/forum/", forum_desk.desk_forum, name="desk_forum"),
    path("desk/forum/<uuid:post_id>/", forum_desk.desk_post, name="desk_post"),
]
