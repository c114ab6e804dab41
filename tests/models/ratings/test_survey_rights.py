"""Who may change the survey of a unit."""

from __future__ import annotations

from models.database import Database
from models.ratings import instruments
from models.ratings.instruments import Element
from tests.models import town_hall
from tests.models.town_hall import NOW


async def test_only_an_admin_of_the_unit_changes_its_survey(database: Database) -> None:
    hall = await town_hall.built(database)
    wanted = [Element("waktu")]
    other = await hall.does(town_hall.admin_of, hall.other_office)
    for person in (hall.officer, hall.citizen, other):
        refused = await hall.is_refused(instruments.set, hall.unit, wanted, NOW, person)
        assert refused.key == "not-for-you"
    form = await hall.does(instruments.set, hall.unit, wanted, NOW, hall.office_admin)
    assert (form.version, form.keys) == (1, ("waktu",))
