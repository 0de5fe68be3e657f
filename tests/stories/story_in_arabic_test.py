"""A mother who reads Arabic asks for help on her phone, is met, reads the plan, and writes when the power fails.

She chooses the language once without an account, and once with it. What people wrote stays as they wrote it. Of what
she types nothing is lost, and her worker reads it in her own words.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, expect

from kith.help.models import HelpRequest
from kith.plan.actions import share_lines
from tests.language.latin import english_on
from tests.plan.acts import does
from tests.plan.street import Street, ago
from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
HARD = "أنا متعبة جدًا ولا أنام، والمال ينتهي كل أسبوع"
SAID = "قلت إنني سأحاول أن أكون أهدأ"
WORDS = "أريد أن ترى ابنتي جدتها كل يوم جمعة"


class Reader(Desk):
    """Somebody who reads Arabic: whatever page they come to is in Arabic, from right to left."""

    def look(self) -> None:
        super().look()
        if self.page.locator("html").get_attribute("lang") == "ar":
            assert self.page.locator("html").get_attribute("dir") == "rtl"
            assert not english_on(self.page.content().encode()), self.address


def asks_for_help(phone: Reader) -> str:
    phone.go("/help/")
    phone.page.get_by_role("link", name="العربية").click()
    phone.look()
    expect(phone.page.get_by_role("heading", level=2).first).to_have_text("هل سيأخذون أطفالي؟")
    phone.press("طلب المساعدة")
    phone.at("/help/ask/?language=ar")
    phone.write("4. ما الصعب الآن؟", HARD)
    phone.press("إرسال")
    expect(phone.page.get_by_role("alert")).to_contain_text("ضعوا علامة على طريقة آمنة")
    expect(phone.page.get_by_label("4. ما الصعب الآن؟")).to_have_value(HARD)
    phone.choose("أرسلوا لي رسالة نصية")
    phone.write("رقم الهاتف", "01632 960111")
    phone.write("ما اللغة التي تفضّلونها؟", "العربية")
    phone.press("إرسال")
    expect(phone.page.get_by_role("heading", name="وصلنا طلبكم. شكرًا لكم")).to_be_visible()
    return phone.page.locator("strong bdi").first.inner_text()


def is_met(duty: Desk, reference: str) -> None:
    duty.go("/help/requests/")
    duty.follow(f"Request {reference}")
    duty.sees(HARD)
    duty.sees("Language: العربية")
    duty.press("I take this on")


def chooses_her_language(phone: Reader) -> None:
    phone.go("/my/")
    phone.press("العربية")
    phone.at("/my/")
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("مرحبًا")


def reads_the_plan(phone: Reader) -> None:
    phone.follow("خطتنا")
    phone.sees("ما علينا تجاهكم، ومتى")
    phone.sees("هذا متأخر. نحن آسفون.")
    # A worker wrote it in English: it stands as it is, to be read aloud as English, and the page says why.
    expect(phone.page.locator("bdi[lang=en]", has_text="Find bunk beds.").first).to_be_visible()
    phone.sees("وهو غير مترجم")
    phone.page.locator("li", has_text="Every night is calm.").get_by_role(
        "link", name=re.compile("إجابة")
    ).first.click()
    phone.look()
    phone.choose("ليس هذا ما قلته، أو ليس صحيحًا")
    phone.write("بكلماتكم", SAID)
    phone.press("إرسال")
    phone.sees("حفظنا ما قلتموه.")


def reads_it_easily(phone: Reader) -> None:
    phone.go("/my/plan/")
    phone.follow("قراءة سهلة")
    expect(phone.page.locator(".kith-easy__line svg")).to_have_count(12)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("ما هي الخطة")


def test_a_mother_who_reads_arabic_asks_is_met_reads_and_writes_through_a_power_cut(
    browser: Browser, kith_database: None, tmp_path: Path
) -> None:
    street = Street()
    plan = street.plan()
    lines = [street.step(plan, "Find bunk beds.", by_on=ago(3)), street.change(plan)]
    does(
        street.lead, share_lines, plan=plan.id, items=[line.id for line in lines], reader=street.mum.id, prepared=True,
        how_prepared="With an interpreter, at her table.",
    )  # fmt: skip
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        with served() as site:
            visitor = Reader(browser, site)
            reference = asks_for_help(visitor)
            visitor.leave()
            asked = HelpRequest.objects.using(make.OWNER).get(reference=reference)
            assert (asked.what_is_hard, asked.language) == (HARD, "العربية")
            duty = Desk(browser, site, account=make.account("front_door"), width=1280)
            is_met(duty, reference)
            duty.leave()
            phone = Reader(browser, site, account=street.mother)
            chooses_her_language(phone)
            reads_the_plan(phone)
            reads_it_easily(phone)
            phone.go("/my/words/")
            phone.write("الكتابة", WORDS)
            expect(phone.part("[data-kith-draft-state]")).to_contain_text("حُفظ", timeout=9000)
        phone.write("الكتابة", f"{WORDS}. وأخوها أيضًا")
        expect(phone.part("[data-kith-draft-state]")).to_contain_text("لم يُحفظ", timeout=9000)
        with served(int(site.rpartition(":")[2])):
            expect(phone.part("[data-kith-draft-state]")).to_contain_text(re.compile("^حُفظ"), timeout=9000)
            phone.complaints.clear()
            # Her phone's battery is empty: she goes on at a library, and her language is there before her.
            phone.leave()
            library = Reader(browser, site, account=street.mother, width=1280)
            library.go("/my/words/")
            # Whoever opens the page finds nothing of it: she asks for what she began.
            expect(library.page.get_by_label("الكتابة").first).to_have_value("")
            library.follow("استرجاعه")
            expect(library.page.get_by_label("الكتابة").first).to_have_value(f"{WORDS}. وأخوها أيضًا")
            library.press("إرسال")
            library.sees("تم الإرسال.")
            library.leave()
            worker = Desk(browser, site, account=street.lead, width=1280)
            worker.go(f"/people/{street.child.id}/plan/")
            worker.sees(SAID)
            worker.leave()


def test_the_same_without_scripts(browser: Browser, kith_database: None, tmp_path: Path) -> None:
    street = Street()
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"), served() as site:
        visitor = Reader(browser, site, scripts=False)
        asks_for_help(visitor)
        visitor.leave()
        phone = Reader(browser, site, account=street.mother, scripts=False)
        chooses_her_language(phone)
        phone.go("/my/words/")
        phone.write("الكتابة", WORDS)
        phone.press("حفظه لوقت لاحق")
        phone.go("/my/words/")
        expect(phone.page.get_by_label("الكتابة").first).to_have_value("")
        phone.follow("استرجاعه")
        expect(phone.page.get_by_label("الكتابة").first).to_have_value(WORDS)
        phone.press("English")
        phone.at("/my/words/")
        expect(phone.page.get_by_role("heading", level=1)).to_have_text("My words")
        phone.go("/my/words/")
        phone.follow("Bring it back")
        expect(phone.page.get_by_label("Write").first).to_have_value(WORDS)
        phone.leave()
