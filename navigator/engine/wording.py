"""The words of the fixed questions. Short, plain, "you"; nobody is assumed to have had paid work, a home or a car."""

from __future__ import annotations

from navigator.domain.question import Choice

SCREEN = 9
"""How many activities a screen offers: each line and its answer fit 80x24 with room for the prompt."""

SECTIONS = {
    "you": "You",
    "work": "What you have done",
    "skills": "What you are good at",
    "know": "What you know about",
    "like": "What you like",
    "want": "What you want",
    "book": "The center's book",
}

NAME = "What should we call you?"
NAME_HELP = "Any name is fine. You can leave it empty."
STATE = "Which state do you live in?"
STATE_HELP = "We use it to show pay near you. Two letters are fine, such as OH."
PAY = "What was your last pay?"
PAY_HELP = "Such as 15 an hour, or 31000 a year. You can skip this. It never changes what fits you."
LOOKED = "How widely have you looked for work so far?"
LOOKED_CHOICES = (
    Choice(id="not-yet", text="I have not looked yet"),
    Choice(id="same", text="Only the kind of work I did before"),
    Choice(id="near", text="A few other kinds of work"),
    Choice(id="wide", text="All kinds of work"),
)

TITLE = "What work have you done? Start with the work you know best."
TITLE_HELP = (
    "Paid or not: a job, care for family, volunteer work, side work, service, work inside. "
    "Say it in your own words, such as 'fry cook' or 'took care of my mother'."
)
TITLE_MORE = "What other work have you done?"
TITLE_MORE_HELP = "Leave it empty to go on."
WHICH_OCCUPATION = "Which of these is closest to '{title}'?"
WHICH_OCCUPATION_HELP = "It need not be the same. Pick the one that is most like what you did."
NONE_OF_THESE = "None of these"

KIND = "What kind of work was it?"
KINDS = (
    Choice(id="paid", text="A paid job"),
    Choice(id="home", text="Care or work at home"),
    Choice(id="volunteer", text="Volunteer work"),
    Choice(id="side", text="Side work or my own small business"),
    Choice(id="service", text="Military or national service"),
    Choice(id="inside", text="Work inside (jail or prison)"),
)
LENGTH = "For about how long?"
LENGTHS = (
    Choice(id="weeks", text="A few weeks"),
    Choice(id="months", text="Some months"),
    Choice(id="year", text="About a year"),
    Choice(id="years", text="Two to five years"),
    Choice(id="long", text="More than five years"),
)
DID = "Which of these did you do as '{title}'?"
DID_ANY = "Which of these have you done, at work or at home?"
DID_HELP = "Pick all that are true, even if you did it only now and then."
GROUPS = "What kinds of things have you done, at work or at home?"
GROUPS_HELP = "Pick all that are true. We then ask a little more about those."

SECTOR = "Where have you worked or helped out most?"
STRONGEST = "What are you best at? Pick up to five."
STRONGEST_HELP = "Think of what others ask you to do, or thank you for."
LEVELS = ("A little", "Some", "A lot")
NOT_SURE = "Not sure"
EXAMPLE = "For example: {example}."
BEST = "Which of these five do you do best?"
BEST_HELP = "Your answers so far were much alike. A few quick picks show what stands out."
LEAST = "And which of these do you do least well?"

KNOW = "Which of these do you know something about?"
KNOW_MORE = "And which of these?"
KNOW_HELP = "From work, home, school or life. Pick what you could talk about for a few minutes."

LIKE_CHOICES = (
    Choice(id="yes", text="Like me"),
    Choice(id="no", text="Not like me"),
    Choice(id="unsure", text="Not sure"),
)

WANT_PAY = "What is the least pay you need?"
WANT_PAY_HELP = "Such as 17 an hour, or 36000 a year. You can skip this."
WANT_HOURS = "Which hours would work for you?"
HOURS = (
    Choice(id="full", text="Full time"),
    Choice(id="part", text="Part time"),
    Choice(id="days", text="Days"),
    Choice(id="evenings", text="Evenings"),
    Choice(id="nights", text="Nights"),
    Choice(id="weekends", text="Weekends"),
    Choice(id="school", text="School hours"),
)
WANT_TRAIN = "How long could you train or study before a new job?"
TRAIN = (
    Choice(id="0", text="I need work now", help="Learning on the job is fine"),
    Choice(id="1", text="Up to a month"),
    Choice(id="3", text="Up to 3 months"),
    Choice(id="6", text="Up to 6 months"),
    Choice(id="12", text="Up to a year"),
    Choice(id="24", text="Up to 2 years"),
    Choice(id="48", text="4 years or more"),
)
WANT_CANNOT = "Is there anything you cannot or will not do?"
WANT_CANNOT_HELP = "Pick what you want to stay away from. You need not say why. Leave it empty if nothing."
WANT_SCHOOL = "What schooling have you finished?"
SCHOOL = (
    Choice(id="none", text="No high school diploma yet"),
    Choice(id="high_school", text="High school diploma or GED"),
    Choice(id="some_college", text="Some college"),
    Choice(id="certificate", text="A trade or job certificate after high school"),
    Choice(id="associate", text="A 2-year degree"),
    Choice(id="bachelor", text="A 4-year degree"),
    Choice(id="master", text="A master's degree"),
    Choice(id="doctor", text="A doctor's or law degree"),
)
WANT_LICENCES = "Do you have any of these licenses or certificates?"
