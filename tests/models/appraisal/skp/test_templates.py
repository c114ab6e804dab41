"""Templates of an office: who manages them, and plans that begin with one."""

from __future__ import annotations

from dataclasses import replace

from models.appraisal.skp import drafting, plans, templates
from models.appraisal.skp.content import Content
from tests.models.appraisal.skp.desk import CONTENT, NOW, OTHERS, YEAR, Desk

BARE = Content((replace(CONTENT.results[0], indicators=()),))


async def test_admins_and_heads_of_the_office_manage_its_templates(desk: Desk) -> None:
    for who in (desk.ani, desk.hadi, desk.rahma):
        made = await desk.does(templates.keep, desk.office, "Staf", CONTENT, who.person, NOW)
        assert desk.read(templates.template, made, who.person, NOW).content == CONTENT
        assert [one.id for one in desk.read(templates.managed, who.person, NOW)] == [desk.office]
        await desk.does(templates.remove, made, who.person, NOW)
    made = await desk.does(templates.keep, desk.office, "Staf", CONTENT, desk.ani.person, NOW)
    for who in (desk.sari, desk.dewi):
        keep = (templates.keep, desk.office, "Staf", CONTENT, who.person, NOW)
        await desk.is_refused("not-for-you", *keep)
        await desk.is_refused("not-for-you", templates.remove, made, who.person, NOW)
        await desk.is_refused("not-for-you", templates.template, made, who.person, NOW)


async def test_a_position_has_one_template_and_it_is_whole(desk: Desk) -> None:
    by = (desk.ani.person, NOW)
    first = await desk.does(templates.keep, desk.office, "Petugas  Loket", CONTENT, *by)
    again = await desk.does(templates.keep, desk.office, "petugas loket", OTHERS, *by)
    assert first == again
    found = desk.read(templates.of_office, desk.office)
    assert [(one.position, one.content) for one in found] == [("Petugas Loket", OTHERS)]
    await desk.is_refused("skp-wrong", templates.keep, desk.office, "Staf", BARE, *by)


async def test_a_plan_begins_with_a_template_of_the_own_office(desk: Desk) -> None:
    by = (desk.ani.person, NOW)
    await desk.does(templates.keep, desk.office, "Arsiparis", OTHERS, *by)
    own = await desk.does(templates.keep, desk.office, "Staf", CONTENT, *by)
    fitting = desk.read(templates.fitting, desk.sari.officer, NOW)
    assert [one.position for one in fitting] == ["Staf", "Arsiparis"]
    begin = (desk.sari.officer, YEAR, own)
    await desk.is_refused("not-for-you", templates.begin, *begin, desk.budi.person, NOW)
    made = await desk.does(templates.begin, *begin, desk.hadi.person, NOW)
    assert drafting.content_of(desk.read(plans.plan, made)) == CONTENT
    elsewhere = (desk.dewi.officer, YEAR, own, desk.dewi.person, NOW)
    await desk.is_refused("not-for-you", templates.begin, *elsewhere)


async def test_a_template_is_made_from_a_plan_one_may_read(desk: Desk) -> None:
    plan = await desk.agreed()
    make = (templates.keep_from_plan, plan, "Petugas loket")
    await desk.is_refused("not-for-you", *make, desk.dewi.person, NOW)
    await desk.is_refused("not-for-you", *make, desk.sari.person, NOW)
    made = await desk.does(*make, desk.hadi.person, NOW)
    assert desk.read(templates.template, made, desk.ani.person, NOW).content == CONTENT
