"""The parts of a record that a person can add, change and take out: which fields each has, and how each is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from navigator.domain.errors import NotFound
from navigator.domain.question import Choice, Question
from navigator.engine import wording
from navigator.i18n import N_, _

FieldKind = Literal["text", "long", "lines", "date", "end", "one", "email", "phone", "web"]
Place = Literal["experience", "education", "credentials", "claims", "languages", "person", "plan", "evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a part. ``flag``: what it is called on the command line, where that differs; ``asked``: by the menu."""

    name: str
    prompt: str
    help: str = ""
    kind: FieldKind = "text"
    choices: tuple[Choice, ...] = ()
    flag: str = ""
    asked: bool = True

    @property
    def option(self) -> str:
        """Its name on the command line, without the dashes."""
        return self.flag or self.name.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartKind:
    """One kind of part: its word on the command line, its name in words, where it lies, how its ids begin."""

    word: str
    name: str
    place: Place
    fields: tuple[Field, ...]
    letter: str = ""
    also: tuple[str, ...] = ()

    @property
    def main(self) -> Field:
        """What can be given without a flag: its title or name."""
        return self.fields[0]

    def field(self, name: str) -> Field | None:
        """A field by its name, or by what it is called on the command line."""
        return next((f for f in self.fields if name in (f.name, f.option)), None)


WHEN = N_("A year is enough, such as 2019, or a month, such as Mar 2019. You can leave it empty.")
LINES = N_("In your own words. Put ; between two lines.")

START = Field(name="start", kind="date", prompt=N_("When did it begin?"), help=WHEN)
END = Field(
    name="end",
    kind="end",
    prompt=N_("When did it end?"),
    help=N_("A year is enough, such as 2019, or a month, such as Mar 2019. If it goes on, type: now."),
)
DETAIL = Field(name="details", flag="detail", kind="lines", prompt=N_("What did you do there?"), help=LINES)

YES_NO = (Choice(id="yes", text=N_("Yes")), Choice(id="no", text=N_("No")))

HELD = (
    Choice(id="said", text=N_("I say so")),
    Choice(id="seen", text=N_("Someone saw me do it")),
    Choice(id="paper", text=N_("I have a paper or badge")),
)

GOALS = (
    Choice(id="work", text=N_("Work")),
    Choice(id="skills", text=N_("Skills")),
    Choice(id="learning", text=N_("Learning")),
    Choice(id="life", text=N_("Life")),
)

_STUDY_ENDS = (
    START,
    END,
    Field(name="finished", kind="one", prompt=N_("Did you finish it?"), choices=YES_NO),
    Field(
        name="details", flag="detail", kind="lines", prompt=N_("Is there anything to add about it?"), help=LINES
    ),
)  # fmt: skip
_LEVEL = Field(
    name="level", kind="one", prompt=N_("What does it lead to, or what did you get?"), choices=wording.SCHOOL
)

_PAPER = (
    Field(name="issuer", prompt=N_("Who gave it to you?"), help=N_("A school, a state, an employer.")),
    Field(name="issued", kind="date", prompt=N_("When did you get it?"), help=WHEN),
    Field(name="expires", kind="date", prompt=N_("When does it run out?"), help=WHEN),
    Field(name="number", prompt=N_("Does it have a number?"), help=N_("You can leave it empty.")),
    Field(name="web", kind="web", prompt=N_("Can it be looked up on a web page?"), help=N_("You can leave it empty.")),
    Field(name="details", flag="detail", kind="lines", prompt=N_("Is there anything to add about it?"), help=LINES),
    Field(
        name="licence", prompt=N_("Which license of our list is it?"), help=N_("Its id, or none."), asked=False
    ),
)  # fmt: skip

KINDS: tuple[PartKind, ...] = (
    PartKind(
        word="work",
        name=N_("Work you have done"),
        place="experience",
        letter="w",
        also=("job", "experience"),
        fields=(
            Field(name="title", prompt=N_("What work was it?"), help=wording.TITLE_HELP),
            Field(name="employer", prompt=N_("Who was it for?"), help=N_("A company, a family, a group, yourself.")),
            Field(name="place", prompt=N_("In which place?"), help=N_("A town is enough. You can leave it empty.")),
            START,
            END,
            Field(name="kind", kind="one", prompt=wording.KIND, choices=wording.KINDS),
            Field(name="length", kind="one", prompt=wording.LENGTH, choices=wording.LENGTHS),
            DETAIL,
            Field(
                name="code",
                flag="occupation",
                prompt=N_("Which occupation is it?"),
                help=N_("Its code, its name, or none."),
                asked=False,
            ),
        ),
    ),
    PartKind(
        word="school",
        name=N_("School"),
        place="education",
        letter="s",
        also=("education",),
        fields=(
            Field(name="study", prompt=N_("What did you study?"), help=N_("Such as high school, or welding.")),
            Field(name="school", prompt=N_("At which school?")),
            _LEVEL,
            *_STUDY_ENDS,
        ),
    ),
    PartKind(
        word="training",
        name=N_("Training"),
        place="education",
        letter="t",
        also=("course",),
        fields=(
            Field(name="study", prompt=N_("What was the training in?")),
            Field(name="school", prompt=N_("Who gave it?"), help=N_("A school, an employer, a center.")),
            *_STUDY_ENDS,
        ),
    ),
    *(
        PartKind(
            word=word,
            name=name,
            place="credentials",
            letter="c",
            also=also,
            fields=(Field(name="name", prompt=N_("What is it called?")), *_PAPER),
        )
        for word, name, also in (
            ("certificate", N_("Certificate"), ("credential", "cert")),
            ("licence", N_("License"), ("license",)),
            ("badge", N_("Badge"), ()),
        )
    ),
    PartKind(
        word="skill",
        name=N_("Skill in your own words"),
        place="claims",
        letter="k",
        also=("claim",),
        fields=(
            Field(name="name", prompt=N_("What can you do?"), help=N_("Such as: drive a forklift.")),
            Field(name="level", prompt=N_("How well?"), help=N_("In your own words. You can leave it empty.")),
            Field(name="details", flag="detail", kind="lines", prompt=N_("Where did you do it?"), help=LINES),
        ),
    ),
    PartKind(
        word="language",
        name=N_("Language"),
        place="languages",
        letter="l",
        fields=(
            Field(name="name", prompt=N_("Which language do you speak?")),
            Field(name="level", prompt=N_("How well?"), help=N_("Such as: my first language, or enough for work.")),
        ),
    ),
    PartKind(
        word="contact",
        name=N_("How to reach you"),
        place="person",
        fields=(
            Field(name="email", kind="email", prompt=N_("What is your email?"), help=N_("You can leave it empty.")),
            Field(
                name="phone", kind="phone", prompt=N_("What is your phone number?"), help=N_("You can leave it empty.")
            ),
            Field(name="city", prompt=N_("Which town do you live in?"), help=N_("You can leave it empty.")),
            Field(name="web", kind="web", prompt=N_("Do you have a web page?"), help=N_("You can leave it empty.")),
        ),
    ),
    PartKind(
        word="about",
        name=N_("About you"),
        place="person",
        fields=(
            Field(
                name="about",
                flag="text",
                kind="long",
                prompt=N_("What should people know about you?"),
                help=N_("Two or three sentences for a resume."),
            ),
        ),
    ),
    PartKind(
        word="goal",
        name=N_("Goal"),
        place="plan",
        fields=(
            Field(name="text", prompt=N_("What do you want to reach?")),
            Field(name="kind", kind="one", prompt=N_("What kind of goal is it?"), choices=GOALS),
        ),
    ),
    PartKind(
        word="evidence",
        name=N_("Evidence"),
        place="evidence",
        fields=(
            Field(name="held", kind="one", prompt=N_("What stands behind it?"), choices=HELD),
            Field(name="who", prompt=N_("Who saw it, or who gave the paper?")),
            Field(name="role", prompt=N_("What was their role?"), help=N_("Such as: shift lead, teacher, neighbor.")),
            Field(name="date", kind="date", prompt=N_("When was that?"), help=WHEN),
            Field(
                name="note",
                kind="long",
                prompt=N_("Is there anything to add about it?"),
                help=N_("Others may read it: it stands on a resume."),
            ),
        ),
    ),
)

EVIDENCE = KINDS[-1]


def kind_called(word: str) -> PartKind:
    """A kind of part by its word. Raises NotFound."""
    from navigator.engine.validate import shown

    wanted = word.strip().casefold()
    found = next((k for k in KINDS if wanted in (k.word, f"{k.word}s", *k.also)), None)
    if found is None:
        raise NotFound(
            _("There is no part {word} in a record. Parts: {parts}.").format(
                word=shown(word), parts=", ".join(k.word for k in KINDS)
            )
        )
    return found


def is_word(word: str) -> bool:
    """Whether it names a kind of part."""
    wanted = word.strip().casefold()
    return any(wanted in (k.word, f"{k.word}s", *k.also) for k in KINDS)


def question_of(part: PartKind, field: Field, default: str | None = None) -> Question:
    """A field as it is asked."""
    return Question(
        id=f"part.{part.word}.{field.name}",
        kind="one" if field.kind == "one" else "text",
        section="record",
        prompt=_(field.prompt),
        help=_(field.help),
        choices=tuple(Choice(id=c.id, text=_(c.text), help=_(c.help)) for c in field.choices),
        default=default,
        seconds=10,
    )
