"""The words of the fixed questions. Short, plain, "you"; nobody is assumed to have had paid work, a home or a car."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from navigator.domain.question import Choice
from navigator.i18n import ENGLISH, N_, _, language, spoken

SCREEN = 9
"""How many activities a screen offers: each line and its answer fit 80x24 with room for the prompt."""

SECTIONS = {
    "you": N_("You"),
    "work": N_("What you have done"),
    "skills": N_("What you are good at"),
    "know": N_("What you know about"),
    "like": N_("What you like"),
    "want": N_("What you want"),
    "book": N_("The center's book"),
    "record": N_("Your record"),
}

NAME = N_("What should we call you?")
NAME_HELP = N_("Any name is fine. You can leave it empty.")
STATE = N_("Which state do you live in?")
STATE_HELP = N_("We use it to show pay near you. Two letters are fine, such as OH.")
PAY = N_("What was your last pay?")
PAY_HELP = N_("Such as 15 an hour, or 31000 a year. You can skip this. It never changes what fits you.")
LOOKED = N_("How widely have you looked for work so far?")
LOOKED_CHOICES = (
    Choice(id="not-yet", text=N_("I have not looked yet")),
    Choice(id="same", text=N_("Only the kind of work I did before")),
    Choice(id="near", text=N_("A few other kinds of work")),
    Choice(id="wide", text=N_("All kinds of work")),
)

TITLE = N_("What work have you done? Start with the work you know best.")
TITLE_HELP = N_(
    "Paid or not: a job, care for family, volunteer work, side work, service, work inside. "
    "Say it in your own words, such as 'fry cook' or 'took care of my mother'."
)
TITLE_MORE = N_("What other work have you done?")
TITLE_MORE_HELP = N_("Leave it empty to go on.")
WHICH_OCCUPATION = N_("Which of these is closest to '{title}'?")
WHICH_OCCUPATION_HELP = N_("It need not be the same. Pick the one that is most like what you did.")
WHICH_SERVICE = N_("What did you do there: drive, cook, guard, fix, office work?")
WHICH_SERVICE_HELP = N_(
    "Pick the one that is most like it. Or go back and say it in a word or two, such as 'army cook'."
)
NONE_OF_THESE = N_("None of these")

KIND = N_("What kind of work was it?")
KINDS = (
    Choice(id="paid", text=N_("A paid job")),
    Choice(id="home", text=N_("Care or work at home")),
    Choice(id="volunteer", text=N_("Volunteer work")),
    Choice(id="side", text=N_("Side work or my own small business")),
    Choice(id="service", text=N_("Military or national service")),
    Choice(id="inside", text=N_("Work inside (jail or prison)")),
)
LENGTH = N_("For about how long?")
LENGTHS = (
    Choice(id="weeks", text=N_("A few weeks")),
    Choice(id="months", text=N_("Some months")),
    Choice(id="year", text=N_("About a year")),
    Choice(id="years", text=N_("Two to five years")),
    Choice(id="long", text=N_("More than five years")),
)
DID = N_("Which of these did you do in this work: {title}?")
DID_ANY = N_("Which of these have you done, at work or at home?")
DID_HELP = N_("Pick all that are true, even if you did it only now and then.")
FIELD = N_("Which of these is closest to what you have done?")
FIELD_HELP = N_("Pick one or two. Work at home, side jobs and helping out count too.")
MOST_FIELDS = 2
GROUPS = N_("What kinds of things have you done, at work or at home?")
GROUPS_HELP = N_("Pick all that are true. We then ask a little more about those.")

SECTOR = N_("Where have you worked or helped out most?")
STRONGEST = N_("What are you best at? Pick up to five.")
STRONGEST_HELP = N_("Think of what others ask you to do, or thank you for.")
LEVELS = (N_("A little"), N_("Some"), N_("A lot"))
MOST_LIKE_YOU = N_("{name}. Which is most like you?")
NOT_SURE = N_("Not sure")
EXAMPLE = N_("For example: {example}.")
BEST = N_("Which of these five do you do best?")
BEST_HELP = N_("A few quick picks show what stands out.")
BEST_HELP_FLAT = N_("Your answers so far were much alike. A few quick picks show what stands out.")
LEAST = N_("And which of these do you do least well?")

KNOW = N_("Which of these do you know something about?")
KNOW_MORE = N_("And which of these?")
KNOW_HELP = N_("From work, home, school or life. Pick what you could talk about for a few minutes.")

LIKE_CHOICES = (
    Choice(id="yes", text=N_("Like me")),
    Choice(id="no", text=N_("Not like me")),
    Choice(id="unsure", text=N_("Not sure")),
)

WANT_PAY = N_("What is the least pay you need?")
WANT_PAY_HELP = N_("Such as 17 an hour, or 36000 a year. You can skip this.")
WANT_HOURS = N_("Which hours would work for you?")
HOURS = (
    Choice(id="full", text=N_("Full time")),
    Choice(id="part", text=N_("Part time")),
    Choice(id="days", text=N_("Days")),
    Choice(id="evenings", text=N_("Evenings")),
    Choice(id="nights", text=N_("Nights")),
    Choice(id="weekends", text=N_("Weekends")),
    Choice(id="school", text=N_("School hours")),
)
WANT_TRAIN = N_("How long could you train or study before a new job?")
TRAIN = (
    Choice(id="0", text=N_("I need work now"), help=N_("Learning on the job is fine")),
    Choice(id="1", text=N_("Up to a month")),
    Choice(id="3", text=N_("Up to 3 months")),
    Choice(id="6", text=N_("Up to 6 months")),
    Choice(id="12", text=N_("Up to a year")),
    Choice(id="24", text=N_("Up to 2 years")),
    Choice(id="48", text=N_("4 years or more")),
)
WANT_CANNOT = N_("Is there anything you cannot or will not do?")
WANT_CANNOT_HELP = N_("You need not say why. Leave it empty if there is nothing.")
WANT_SCHOOL = N_("What schooling have you finished?")
SCHOOL = (
    Choice(id="none", text=N_("No high school diploma yet")),
    Choice(id="high_school", text=N_("High school diploma or GED")),
    Choice(id="some_college", text=N_("Some college")),
    Choice(id="certificate", text=N_("A trade or job certificate after high school")),
    Choice(id="associate", text=N_("A 2-year degree")),
    Choice(id="bachelor", text=N_("A 4-year degree")),
    Choice(id="master", text=N_("A master's degree")),
    Choice(id="doctor", text=N_("A doctor's or law degree")),
)
WANT_LICENCES = N_("Do you have any of these licenses or certificates?")


def said(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choices in the language spoken."""
    if language() == ENGLISH and spoken().beside is None:
        return tuple(choices)
    return tuple(replace(c, text=_(c.text), help=_(c.help)) for c in choices)
