"""Citizens whose every name can be told from any other word, and what they do."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from sqlmodel import col, select

from bot.sandbox.driver import Message
from models.dialogs import Dialog
from models.people import Person
from tests.town import Actor, Town

BEGINNINGS = (
    "Zubr",
    "Wexol",
    "Qirph",
    "Vandur",
    "Jypso",
    "Fynch",
    "Xamod",
    "Kwelt",
    "Hruzu",
    "Pzano",
)
ENDINGS = ("akta", "ombi", "ewink", "isthu", "orgon", "ubrax", "yndoq", "alvez", "irpou", "etzki")
MATTERS = (
    "KTP saya sudah tiga minggu tidak juga jadi",
    "Nomor antrean dilewati berulang kali di ruang tunggu",
    "Akta kelahiran salah tulis dan harus bayar lagi",
    "Loket tutup sebelum waktunya tanpa pengumuman",
    "Kursi roda tidak tersedia di pintu masuk",
    "Formulir daring selalu gagal terkirim",
    "Toilet pengunjung mampet sejak pekan lalu",
    "Syarat pindah alamat berbeda dari papan informasi",
    "Lampu jalan menuju kantor padam semua",
    "Petugas parkir menarik karcis dua kali",
)  # fmt: skip


@dataclass
class Citizen:
    """Somebody with names, a number, and a way to be without them in what others see."""

    actor: Actor
    first: str
    last: str
    username: str
    phone: str
    ticket: str = ""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody else may ever see. The number without its first zero: found in any form."""
        return self.first, self.last, self.username, str(self.actor.id), self.phone[1:]

    def signed(self, matter: str) -> str:
        """Words that say who wrote them, in every way people do."""
        spoken = f"{self.phone[:4]}-{self.phone[4:8]}-{self.phone[8:]}"
        return (
            f"{matter}. Saya {self.first} {self.last}, {self.first.upper()}nya dikenal di sini. "
            f"Hubungi {spoken} atau +62 {self.phone[1:]}, @{self.username}, t.me/{self.username}, "
            f"id {self.actor.id}."
        )


async def cast(town: Town, number: int) -> list[Citizen]:
    """So many citizens who have agreed."""
    made = []
    for place, (end, begin) in enumerate(product(ENDINGS, BEGINNINGS)):
        if place == number:
            break
        first, last = f"{begin}{end}", f"{end.title()}{begin.lower()}"
        username, phone = f"{begin}_{end}{place}".lower(), f"0812{4700 + place}{9100 + 7 * place}"
        person = town.world.person(first, last_name=last, username=username)
        citizen = Citizen(Actor(town, person), first, last, username, phone)
        await citizen.actor.sends("/start")
        await chooses(citizen.actor, "yes")
        made.append(citizen)
    return made


def offered(person: Actor) -> Iterator[tuple[str, Message]]:
    """Data of each button in sight, the newest message first."""
    for message in reversed(person.person.messages):
        for button in (button for row in message.rows for button in row):
            if "callback_data" in button:
                yield button["callback_data"], message


def can(person: Actor, ending: str) -> bool:
    return any(_ends(data, ending) for data, _ in offered(person))


async def chooses(person: Actor, ending: str) -> None:
    """Press the newest button with this choice or action, whatever its label says today."""
    for data, message in offered(person):
        if _ends(data, ending):
            await person.taps(data, message)
            return
    raise LookupError(f"no {ending!r} among {[data for data, _ in offered(person)]}")


def _ends(data: str, ending: str) -> bool:
    return data == ending or data.endswith(f":{ending}") or data.startswith(f"{ending}:")


@dataclass
class Crawler:
    """Presses whatever is offered, each thing once and nothing too often, and writes when asked.

    What was never pressed comes first and is always pressed, so that new screens keep no old one
    from being seen; the same again, about other things, as long as the presses last.
    """

    person: Actor
    writes: str = "Mohon keterangan tambahan untuk berkas ini."
    never: frozenset[str] = frozenset()  # actions that are no way of seeing
    each: int = 3  # presses of one action
    most: int = 80  # presses, after which nothing is pressed again
    pressed: set[str] = field(default_factory=set)
    times: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    lost: set[str] = field(default_factory=set)  # actions that another press took out of sight

    async def crawl(self, *beginnings: str) -> None:
        """From each of these inputs on, as far as the buttons lead."""
        for text in beginnings:
            await self._from(text)
            if self.lost - self.times.keys():
                await self._from(text)

    async def _from(self, text: str) -> None:
        self.lost.clear()
        await self.person.sends(text)
        await self._press_all()

    async def _press_all(self) -> None:
        waiting = deque(self._new())
        while chosen := self._chosen(waiting):
            data, message = chosen
            self.pressed.add(data)
            self.times[_action(data)] += 1
            before = open_step(self.person)
            await self.person.taps(data, message)
            if open_step(self.person) != before:
                await self._answer()
            waiting.extendleft(reversed(list(self._new())))  # what was asked just now comes first

    def _chosen(self, waiting: deque[tuple[str, Message]]) -> tuple[str, Message] | None:
        """What to press next; None: nothing more. Of what waits, the first never pressed."""
        still = [one for one in waiting if self._may_press(*one)]
        never = (one for one in still if not self.times[_action(one[0])])
        again = still if len(self.pressed) < self.most else []
        chosen = next(never, again[0] if again else None)
        self.lost |= {_action(data) for data, message in waiting if not _has(message, data)}
        waiting.clear()
        waiting.extend(one for one in still if one != chosen)
        return chosen

    def _may_press(self, data: str, message: Message) -> bool:
        seldom = self.times[_action(data)] < self.each
        return seldom and data not in self.pressed and _has(message, data)

    async def _answer(self) -> None:
        """To a new question: where there are choices, choose the first time and write the next."""
        step, _ = open_step(self.person)
        if step is None or step == "start.consent":
            return
        self.asked[step] += 1
        choices = any(_action(data).startswith("=") for data, _ in self._new())
        if not choices or self.asked[step] % 2 == 0:
            await self.person.sends(self.writes)

    def _new(self) -> Iterator[tuple[str, Message]]:
        """What is offered in the latest messages and was not pressed yet."""
        oldest = min((message.id for message in self.person.person.messages[-6:]), default=0)
        for data, message in offered(self.person):
            if message.id < oldest:
                return
            if data not in self.pressed and data.partition(":")[0] not in self.never:
                yield data, message


def _action(data: str) -> str:
    """What a button does; of a choice, whichever question it belongs to: what is chosen."""
    first, _, rest = data.partition(":")
    return f"={rest}" if first.startswith("=") else first


def _has(message: Message, data: str) -> bool:
    return any(button.get("callback_data") == data for row in message.rows for button in row)


def open_step(person: Actor) -> tuple[str | None, int]:
    """The question that waits for an answer of this person, and how many there were."""
    row = person.town.read(
        lambda tx: tx.session.exec(
            select(Dialog.step, Dialog.serial)
            .join(Person, col(Person.id) == Dialog.person_id)
            .where(Person.telegram_id == person.id)
        ).first()
    )
    return (row[0], row[1]) if row else (None, 0)


async def complains(
    citizen: Citizen,
    unit_id: int,
    matter: str,
    *,
    category: str = "keterlambatan",
    photo: bool = False,
    follow: bool = False,
) -> None:
    """By the dialogue, signing the words, the place and the picture; without a name.

    follow: rather follow a similar one, when there is one.
    """
    person = citizen.actor
    await person.opens(f"u{unit_id}")
    await chooses(person, "3")
    await chooses(person, "skip")
    await chooses(person, "complain-about")
    await chooses(person, category)
    await person.sends(citizen.signed(matter))
    if photo:
        await person.does("sends_photo", None, citizen.signed("Ini fotonya"))
    await chooses(person, "on")
    await person.sends(f"Depan rumah {citizen.first} {citizen.last}, {citizen.phone}")
    await chooses(person, "send")
    if open_step(person)[0] == "complain.similar":
        await chooses(person, "follow-1" if follow and can(person, "follow-1") else "send")
