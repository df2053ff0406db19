"""What work asks of people, labelled by hand here once more: the occupation files must agree where nobody would doubt it."""

from __future__ import annotations

from collections import Counter

import pytest

from navigator.catalogue.store import Catalogue
from navigator.engine.bands import can_ask

PAIRS = """
lifting yes 33-2011.00 Firefighter
lifting yes 53-7062.00 Freight loader
lifting yes 31-1131.00 Nursing assistant
lifting yes 31-1121.00 Home health aide
lifting yes 47-2181.00 Roofer
lifting yes 49-3031.00 Diesel mechanic
lifting yes 53-7065.00 Stocker or order picker
lifting no 29-1181.00 Audiologist
lifting no 53-7051.00 Forklift driver
lifting no 41-2011.00 Cashier
lifting no 13-2011.00 Accountant
lifting no 43-4051.00 Customer service representative
standing yes 35-2014.00 Line cook
standing yes 41-2011.00 Cashier
standing yes 35-3031.00 Server
standing yes 39-5012.00 Hair stylist
standing no 53-3032.00 Truck driver
standing no 43-3031.00 Bookkeeping clerk
standing no 15-1252.00 Software developer
nights yes 29-1141.00 Registered nurse
nights yes 33-3012.00 Corrections officer
nights yes 33-9032.00 Security guard
nights yes 51-3011.00 Baker
nights no 25-2021.00 Elementary school teacher
nights no 29-1292.00 Dental hygienist
nights no 43-3071.00 Bank teller
weekends yes 35-3031.00 Server
weekends yes 43-4081.00 Hotel desk clerk
weekends no 25-2031.00 High school teacher
weekends no 31-9091.00 Dental assistant
away yes 53-3032.00 Truck driver
away yes 53-2031.00 Flight attendant
away yes 53-2011.00 Airline pilot
away yes 47-5012.00 Oil and gas driller
away yes 53-5011.00 Deckhand
away yes 53-4011.00 Train engineer
away yes 33-2011.00 Firefighter
away yes 45-4011.00 Forest worker
away yes 39-7012.00 Trip leader
away yes 41-4012.00 Factory sales rep
away no 53-3033.00 Delivery driver
away no 53-3051.00 School bus driver
away no 35-2014.00 Line cook
away no 31-1131.00 Nursing assistant
away no 47-2031.00 Carpenter
away no 43-4051.00 Customer service representative
driving yes 53-3032.00 Truck driver
driving yes 53-3051.00 School bus driver
driving yes 53-3033.00 Delivery driver
driving no 35-2014.00 Line cook
driving no 31-9092.00 Medical assistant
driving no 53-7065.00 Stocker or order picker
blood yes 29-2043.00 Paramedic
blood yes 31-9097.00 Phlebotomist
blood yes 31-1131.00 Nursing assistant
blood yes 29-1292.00 Dental hygienist
blood no 43-6013.00 Medical secretary
blood no 35-2014.00 Line cook
heights yes 47-2181.00 Roofer
heights yes 49-2021.00 Tower technician
heights no 51-4121.00 Welder
heights no 35-2014.00 Line cook
weather yes 37-3011.00 Landscaper
weather yes 43-5052.00 Mail carrier
weather yes 45-2092.00 Farmworker
weather no 37-2011.00 Janitor
weather no 53-7065.00 Stocker or order picker
air yes 51-4121.00 Welder
air yes 47-5044.00 Underground mine loader
air yes 47-2082.00 Drywall taper
air yes 33-2011.00 Firefighter
air yes 51-9124.00 Spray painter
air yes 51-7042.00 Woodworking machine operator
air yes 39-5092.00 Nail technician
air yes 51-9123.00 Hand painter and decorator of goods
air yes 51-9191.00 Glue and bonding machine operator
air yes 51-9192.00 Industrial washing and pickling operator
air yes 51-4191.00 Metal heat treater
air no 43-4051.00 Customer service representative
air no 31-1131.00 Nursing assistant
air no 41-2011.00 Cashier
air no 25-2021.00 Elementary school teacher
air no 53-3051.00 School bus driver
air no 43-3031.00 Bookkeeping clerk
air yes 51-4072.00 Molding machine operator
air yes 53-7081.00 Garbage collector
air yes 51-6011.00 Laundry or dry-cleaning worker
air yes 45-4021.00 Timber faller
noise yes 51-7041.00 Sawmill operator
noise yes 51-6063.00 Knitting or weaving machine operator
noise yes 47-2072.00 Pile driver operator
noise yes 51-4031.00 Metal press operator
noise yes 53-6032.00 Plane fueler
noise yes 47-5041.00 Continuous miner operator
noise yes 37-3013.00 Tree trimmer
noise yes 27-2091.00 DJ
noise no 43-3031.00 Bookkeeping clerk
noise no 25-4022.00 Librarian
noise no 31-1121.00 Home health aide
noise no 29-2052.00 Pharmacy technician
noise no 43-6014.00 Secretary
noise no 53-3033.00 Delivery driver
screens yes 43-9021.00 Data entry clerk
screens yes 15-1252.00 Software developer
screens yes 43-4051.00 Customer service representative
screens no 37-2011.00 Janitor
screens no 31-1121.00 Home health aide
angry yes 33-3012.00 Corrections officer
angry yes 43-5031.00 911 dispatcher
angry yes 43-3011.00 Bill collector
angry yes 43-4051.00 Customer service representative
angry no 13-2011.00 Accountant
angry no 51-3011.00 Baker
selling yes 41-9041.00 Telemarketer
selling yes 41-3021.00 Insurance agent
selling no 25-2021.00 Elementary school teacher
selling no 53-7062.00 Freight loader
check yes 25-2021.00 Elementary school teacher
check yes 39-9011.00 Child care worker
check yes 33-9032.00 Security guard
check yes 31-1121.00 Home health aide
check no 53-7065.00 Stocker or order picker
check no 35-2014.00 Line cook
check no 51-2092.00 Assembly line worker
check no 47-2181.00 Roofer
"""
"""What can be ruled out, whether the work often asks it, and the work. Where one could argue, there is no pair."""

TURNING = """
nights no 47-5011.00 Derrick hand
nights no 47-5012.00 Oil and gas driller
nights no 47-5013.00 Oil well service operator
nights no 53-5011.00 Deckhand
nights no 53-5031.00 Ship engineer
nights no 33-2011.00 Firefighter
away no 53-2031.00 Flight attendant
away no 47-5011.00 Derrick hand
away no 47-2011.00 Boilermaker
nights yes 51-3011.00 Baker
nights yes 29-1141.00 Registered nurse
nights yes 33-9032.00 Security guard
away yes 53-3032.00 Truck driver
away yes 49-9081.00 Wind turbine technician
away yes 41-4012.00 Factory sales rep
"""
"""What work asks, whether one may ask for other hours or a local job there, and the work."""

LABELLED = [tuple(line.split(" ", 3)) for line in PAIRS.strip().splitlines()]


@pytest.mark.parametrize(("asked", "often", "code", "work"), LABELLED)
def test_work_asks_what_anybody_who_knows_it_would_say(
    catalogue: Catalogue, asked: str, often: str, code: str, work: str
) -> None:
    listed = catalogue.occupation(code).profile.asks_for or ()
    assert (asked in listed) == (often == "yes"), work


@pytest.mark.parametrize(
    ("asked", "other", "code", "work"), [tuple(line.split(" ", 3)) for line in TURNING.strip().splitlines()]
)
def test_the_day_shift_or_a_local_job_is_only_named_where_there_is_one(
    catalogue: Catalogue, asked: str, other: str, code: str, work: str
) -> None:
    occupation = catalogue.occupation(code)
    assert asked in (occupation.profile.asks_for or ()), work
    assert can_ask(occupation, asked) == (other == "yes"), work


def test_everything_that_may_be_ruled_out_is_labelled_both_ways(catalogue: Catalogue) -> None:
    pairs = {(asked, often) for asked, often, *_ in LABELLED}
    assert pairs == {(c.id, often) for c in catalogue.matching.cannot for often in ("yes", "no")}


def test_every_occupation_says_what_it_asks_and_nothing_is_asked_by_nearly_all_or_none(catalogue: Catalogue) -> None:
    occupations = catalogue.occupations()
    assert all(o.profile.asks_for is not None for o in occupations)
    asked = Counter(a for o in occupations for a in o.profile.asks_for or ())
    assert set(asked) == {c.id for c in catalogue.matching.cannot}
    assert all(0.02 < count / len(occupations) < 0.6 for count in asked.values())
