"""A centre as a simulation sees it: what comes, how long it takes, and who is there.

Rates of arrival and people present are those of a run; everything after that is simulated, event
by event or minute by minute, with nothing of `gevinst.core`. Times are in hours.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import ciw
import numpy as np
from scipy import stats

from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger

FALSE_ALARMS = 1e-4
"""Chance that any claim of the family is rejected though it is true: shared by all of them."""

MINUTE = 1 / 60
BATCH = 256
"""Random numbers drawn at a time."""


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work: events an open hour, events a closed hour, hours an event."""

    immediate: bool
    while_open: float
    while_closed: float
    takes: float


@dataclass(frozen=True, slots=True)
class Centre:
    """A role of a centre in one month, in an ordinary week."""

    works: tuple[Work, ...]
    answering: int
    free: float
    within: float
    night: float
    closure: float
    open_hours_a_day: float
    closed_per_open: float

    @property
    def calls(self) -> float:
        """Events of immediate work an open hour."""
        return sum(work.while_open for work in self.works if work.immediate)

    @property
    def handling(self) -> float:
        """Mean hours that one of them takes."""
        hours = sum(work.while_open * work.takes for work in self.works if work.immediate)
        return hours / self.calls


def centre_of(x: Inputs, made: Ledger, role: str, month: int) -> Centre:
    """The role as a run has it in a month."""

    def of(name: str, record: str = role) -> float:
        array = made[name, record]
        return float(array[0, 0, month if array.shape[2] > 1 else 0, 0])

    works = []
    for task in x.tasks:
        if task.role != role or task.work_class == "scheduled" or of("task_hours", task.id) == 0:
            continue
        events, inside = of("handled_events", task.id), of("open_arrival_share", task.id)
        while_closed = events * (1 - inside) / of("closed_time", "")
        while_open = events * inside / of("open_time", "")
        takes = of("hours_per_event", task.id)
        works.append(Work(task.work_class == "immediate", while_open, while_closed, takes))
    return Centre(
        works=tuple(works),
        answering=round(of("answering_positions")),
        free=of("free_presence"),
        within=of("target_wait"),
        night=of("longest_night", ""),
        closure=of("longest_closure", ""),
        open_hours_a_day=of("weekly_opening_hours", "") / of("opening_days_per_week", ""),
        closed_per_open=of("closed_time", "") / of("open_time", ""),
    )


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a mean lies, from independent replications."""

    mean: float
    reach: float

    def holds(self, value: float) -> bool:
        """Whether a value is inside."""
        return abs(value - self.mean) <= self.reach


def interval(replications: list[float], claims: int) -> Interval:
    """Student's t-interval of a mean, for one claim of so many that share the false alarms."""
    values = np.array(replications)
    error = float(values.std(ddof=1)) / np.sqrt(values.size)
    quantile = stats.t.ppf(1 - FALSE_ALARMS / claims / 2, values.size - 1)
    return Interval(float(values.mean()), float(quantile * error))


def waits(centre: Centre, people: int, hours: float, seed: int) -> np.ndarray:
    """Waits of callers in a queue that is always open, when there is no other work.

    By ciw; the first tenth of the time is left out, so that the queue has forgotten its start.
    """
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(centre.calls)],
        service_distributions=[ciw.dists.Exponential(1 / centre.handling)],
        number_of_servers=[people],
    )
    return served_waits(network, hours, seed)


def waits_beside(
    centre: Centre, people: int, hours: float, seed: int, *, interrupting: bool
) -> np.ndarray:
    """Waits of callers beside the deferrable work that comes in open hours, by ciw."""
    other = {f"other {n}": w for n, w in enumerate(centre.works) if not w.immediate}
    arriving = {"call": [ciw.dists.Exponential(centre.calls)]}
    serving = {"call": [ciw.dists.Exponential(1 / centre.handling)]}
    for name, work in other.items():
        arriving[name] = [ciw.dists.Exponential(work.while_open)]
        serving[name] = [ciw.dists.Exponential(1 / work.takes)]
    ranks = {"call": 0} | dict.fromkeys(other, 1)
    network = ciw.create_network(
        arrival_distributions=arriving,
        service_distributions=serving,
        number_of_servers=[people],
        priority_classes=(ranks, ["resume" if interrupting else False]),
    )
    return served_waits(network, hours, seed)


def served_waits(network: ciw.network.Network, hours: float, seed: int) -> np.ndarray:
    """Waits of those calls that came after the warm-up."""
    ciw.seed(seed)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(hours)
    return np.array(
        [
            record.waiting_time
            for record in simulation.get_all_records(only=["service"])
            if record.arrival_date > hours / 10 and record.customer_class in {"call", "Customer"}
        ]
    )


def waits_in_a_backlog(
    centre: Centre, people: int, calls: int, generator: np.random.Generator
) -> np.ndarray:
    """Waits of callers while there always is deferrable work to do, which nobody puts down."""
    arrivals = np.cumsum(generator.exponential(1 / centre.calls, calls)).tolist()
    serving = generator.exponential(centre.handling, calls).tolist()
    other = _other_jobs([work for work in centre.works if not work.immediate], generator)
    free = [0.0] * people
    found = []
    for arrival, served in zip(arrivals, serving, strict=True):
        while free[0] <= arrival:  # nobody calls: take the next piece of other work
            heapq.heapreplace(free, free[0] + next(other))
        found.append(free[0] - arrival)
        heapq.heapreplace(free, free[0] + served)
    return np.array(found[calls // 10 :])


def _other_jobs(works: list[Work], generator: np.random.Generator) -> Iterator[float]:
    """Hours of one job after another, mixed as they come over the day."""
    events = np.array([work.while_open + work.while_closed for work in works])
    takes = np.array([work.takes for work in works])
    while True:
        kinds = generator.choice(takes.size, size=BATCH, p=events / events.sum())
        yield from generator.exponential(takes[kinds]).tolist()


def answered_behind_the_night(
    centre: Centre, weeks: int, generator: np.random.Generator
) -> tuple[float, float]:
    """Share answered in time of callers in opening hours, and of all callers from opening on.

    Minute by minute: whole people take turns so that as many are free as the run has. They do
    nothing else while somebody waits, and take callers in the order in which they came: those of
    the night and the weekend first.
    """
    minutes, owed, now = round(centre.open_hours_a_day / MINUTE), 0.0, 0.0
    calls = [work for work in centre.works if work.immediate]
    waiting: deque[tuple[float, bool, float]] = deque()
    served: list[float] = []
    found: tuple[list[bool], list[bool]] = ([], [])
    for day in range(5 * weeks):
        length = centre.night if day % 5 else centre.closure
        hours = jobs_of_closure(centre, length, generator)[0]
        waiting.extend((now, False, job) for job in generator.permutation(hours).tolist())
        came = generator.poisson(centre.calls * MINUTE, minutes).tolist()
        for number in came:
            if number:
                kinds = generator.choice([w.takes for w in calls], number, p=_shares(calls))
                waiting.extend((now, True, job) for job in generator.exponential(kinds).tolist())
            owed += centre.free
            people = int(owed)
            owed -= people
            while waiting and len(served) < people:
                since, inside, job = waiting.popleft()
                found[inside].append(now - since <= centre.within)
                served.append(job)
            served[:people] = [job - MINUTE for job in served[:people]]
            served = [job for job in served if job > 0]
            now += MINUTE
    return float(np.mean(found[True])), float(np.mean(found[True] + found[False]))


def _shares(calls: list[Work]) -> list[float]:
    """How large a part of the callers in opening hours each kind is."""
    every = sum(work.while_open for work in calls)
    return [work.while_open / every for work in calls]


def backlog(centre: Centre, length: float, generator: np.random.Generator) -> float:
    """Hours of work that wait after so many closed hours."""
    return sum(sum(jobs) for jobs in jobs_of_closure(centre, length, generator))


def jobs_of_closure(
    centre: Centre, length: float, generator: np.random.Generator
) -> tuple[list[float], list[float]]:
    """Hours of each immediate job and each deferrable one that came while closed."""
    jobs: tuple[list[float], list[float]] = ([], [])
    for work in centre.works:
        count = generator.poisson(work.while_closed * length)
        jobs[0 if work.immediate else 1].extend(generator.exponential(work.takes, count))
    return jobs


def clearing_time(centre: Centre, waiting: float, generator: np.random.Generator) -> float:
    """Open hours until nothing is left, when those who are free share all work.

    The clock stands still when the centre closes, and what comes then is not counted.
    """
    rates = np.array([work.while_open for work in centre.works])
    takes = np.array([work.takes for work in centre.works])
    now = 0.0
    while True:
        gaps = generator.exponential(1 / rates.sum(), BATCH).tolist()
        kinds = generator.choice(rates.size, size=BATCH, p=rates / rates.sum())
        for gap, job in zip(gaps, generator.exponential(takes[kinds]).tolist(), strict=True):
            if waiting <= gap * centre.free:
                return now + waiting / centre.free
            now += gap
            waiting += job - gap * centre.free


def clearing_by_whole_people(
    centre: Centre, most_days: int, generator: np.random.Generator
) -> tuple[float, float]:
    """Open hours until the closure's own work is done, and until nothing is left.

    Minute by minute: whole people take turns so that as many are free as the run has; a job has one
    person at a time; immediate work first, then the oldest; and every night brings more.
    """
    minutes, owed, own_done = round(centre.open_hours_a_day / MINUTE), 0.0, 0.0
    queues: list[list[list[float]]] = [[], []]
    for minute in range(minutes * most_days):
        if minute % minutes == 0:
            came = jobs_of_closure(centre, centre.night if minute else centre.closure, generator)
            for queue, jobs in zip(queues, came, strict=True):
                queue.extend([hours, float(minute == 0)] for hours in jobs)
            arriving = [
                generator.poisson(work.while_open * MINUTE, minutes).tolist()
                for work in centre.works
            ]
        for work, counts in zip(centre.works, arriving, strict=True):
            for _ in range(counts[minute % minutes]):
                job = [generator.exponential(work.takes), 0.0]
                queues[0 if work.immediate else 1].append(job)
        owed += centre.free
        people = int(owed)
        owed -= people
        for queue in queues:
            busy = queue[:people]
            for job in busy:
                job[0] -= MINUTE
            queue[:people] = [job for job in busy if job[0] > 0]
            people -= len(busy)
        if not own_done and not any(own for queue in queues for _, own in queue):
            own_done = (minute + 1) * MINUTE
        if not any(queues):
            return own_done, (minute + 1) * MINUTE
    longest = minutes * most_days * MINUTE
    return own_done or longest, longest


def overloaded_share(
    centre: Centre, present: float, days: int, variance: float, generator: np.random.Generator
) -> float:
    """Share of days on which the work is more than those present get done in the opening hours.

    What comes while the centre is closed is spread over the open days.
    """
    factor = generator.gamma(1 / variance, variance, days) if variance else np.ones(days)
    hours = np.full(days, (present - centre.free) * centre.open_hours_a_day)
    for work in centre.works:
        a_day = work.while_open + work.while_closed * centre.closed_per_open
        contacts = generator.poisson(a_day * centre.open_hours_a_day * factor)
        hours += generator.gamma(contacts, work.takes)
    return float(np.mean(hours > present * centre.open_hours_a_day))
