"""The spread of predicates and the organisation's own stand beside, and limit nothing."""

from __future__ import annotations

from models.appraisal.deciding import context
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.matrix import MATRIX, OrganisationPredicate, Predicate
from models.database import Database
from models.people import Role
from tests.models.appraisal.deciding.bureau import LONG_AGO, Bureau, playing


def delivered(bureau: Bureau, predicates: list[Predicate]) -> None:
    """More people of the unit, with confirmed predicates."""
    ratings = {predicate: pair for pair, predicate in MATRIX.items()}
    like = bureau.now
    bureau.at = LONG_AGO
    for number, predicate in enumerate(predicates):
        name = f"p{number}"
        bureau.joins(name, Role.OFFICER, unit_id=bureau.unit)
        work, behaviour = ratings[predicate]
        head = bureau.officer["hadi"]
        bureau.tx.session.add(
            Appraisal(
                officer_id=bureau.officer[name],
                period_id=like.period_id,
                unit_id=bureau.unit,
                snapshot_id=like.snapshot_id,
                appraiser_id=head,
                state="delivered",
                opened_at=bureau.at,
                rate_until=bureau.at,
                work=work,
                behaviour=behaviour,
                rated_by_id=head,
                rated_on_id=like.snapshot_id,
                predicate=predicate,
                confirmed_by_id=head,
            )
        )
    bureau.tx.session.flush()


async def test_below_five_there_is_no_spread(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        delivered(bureau, [Predicate.GOOD] * 4)
        found = context.context(bureau.tx, bureau.office, bureau.now.period_id)
        assert found == context.Context({}, None, "")

    await playing(sqlite, story)


async def test_what_is_of_few_people_is_not_told(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        delivered(bureau, [Predicate.GOOD] * 9 + [Predicate.POOR] * 2 + [Predicate.VERY_GOOD] * 6)
        counts = context.context(bureau.tx, bureau.office, bureau.now.period_id).counts
        assert list(counts) == list(Predicate)
        assert counts[Predicate.POOR] is None
        assert counts[Predicate.VERY_GOOD] is None  # what remained would give the other back
        assert counts[Predicate.GOOD] == 9
        assert counts[Predicate.VERY_POOR] == 0

    await playing(sqlite, story)


async def test_any_spread_may_be_confirmed(sqlite: Database) -> None:
    """Everybody "sangat baik", under an organisation that is "sangat kurang": nothing refuses."""

    def story(bureau: Bureau) -> None:
        delivered(bureau, [Predicate.VERY_GOOD] * 8)
        where = bureau.office, bureau.now.period_id
        given = OrganisationPredicate.VERY_POOR, "Keputusan Wali Kota 12/2026", bureau.at
        context.enter_organisation(bureau.tx, *where, *given, bureau.person["ani"])
        bureau.at = bureau.now.opened_at
        bureau.rate("above", "above")
        assert bureau.confirm().predicate == Predicate.VERY_GOOD
        found = context.context(bureau.tx, *where)
        assert found.counts[Predicate.VERY_GOOD] == 9
        assert (found.organisation, found.source) == given[:2]

    await playing(sqlite, story)


async def test_the_organisations_predicate_is_the_admins_to_enter(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        where = bureau.office, bureau.now.period_id
        enter, excellent = context.enter_organisation, OrganisationPredicate.EXCELLENT
        for name in ("hadi", "kadis", "sari", "warga"):
            given = excellent, "Keputusan 12/2026", bureau.at, bureau.person[name]
            assert bureau.refuses(enter, bureau.tx, *where, *given) == "not-for-you"
        admin = bureau.at, bureau.person["ani"]
        assert bureau.refuses(enter, bureau.tx, *where, excellent, " ", *admin) == (
            "terms-source-needed"
        )
        enter(bureau.tx, *where, excellent, "Keputusan 12/2026", *admin)
        enter(bureau.tx, *where, OrganisationPredicate.GOOD, "Ralat 13/2026", *admin)
        assert context.context(bureau.tx, *where).source == "Ralat 13/2026"

    await playing(sqlite, story)
