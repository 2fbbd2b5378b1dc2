"""Questions about the staff of a project; each imports what it needs when it is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results import Results
    from gevinst.schema import Project
    from gevinst.studies.capacity import Capacity
    from gevinst.studies.pooling import Pooling


def capacity(project: Project, year: int | None = None, *, steps: int = 5) -> Capacity:
    """How many patients the staff of a year can follow, and what the next steps up cost.

    The inverse of a run. The staff is that of the year's best staffed month, role by role. The
    patients are the year's own mix: time under follow-up, starts and stops of each group keep
    their proportions and come evenly over the months. Work by the calendar stays as it is.
    Whole numbers of patients are tried from zero up; the answer is the last one before any role
    needs more than it has, by the same rules as in a run: workload, answering target, minimum
    presence and whole steps.

    Parameters
    ----------
    project : Project
        From `gevinst.load` or `gevinst.example`.
    year : int, optional
        The first year in which every partner takes part all months, if absent.
    steps : int
        How many steps up to give for each role.

    Returns
    -------
    Capacity
        Frozen; `frame()` has the steps as a table, `text("nb")` says it in words. Positions in
        FTE, costs in kroner a year at the project's price level, before contributions. Patients
        per position are a result; the published figure beside them is never used.

    Raises
    ------
    ArgumentError
        It is no project, `steps` is not a whole number of 1 or more, or nobody is followed in the
        year.
    CoverageError
        The year lies outside the horizon.

    Notes
    -----
    A year with many starts for each patient, as when a centre is new, leaves room for fewer
    patients than a steady year with the same staff.

    Deadlines of deferrable work and busy days add no positions in a run, and set no limit here:
    see the table ``answering`` and `overload` of a project with so many patients.

    Examples
    --------
    >>> import gevinst as gv
    >>> most = gv.staffing.capacity(gv.example("nord-troms"))
    >>> most.year, most.patients > most.patients_now, most.limited_by
    (2028, True, ('sykepleier',))
    >>> most.steps[0].patients == most.patients + 1
    True
    """
    from gevinst.studies.capacity import capacity as study

    return study(project, year, steps=steps)


def pooling(
    project: Project,
    year: int | None = None,
    groups: Sequence[Sequence[str]] | None = None,
) -> Pooling:
    """Positions and cost of a staff for each group of municipalities against one for all.

    Each group is run as a centre of its own with only its members, month by month, as in
    `gevinst.coalition_costs`: same opening hours, minimum presence, tasks and cost lines, and the
    payroll tax of its host.

    Parameters
    ----------
    project : Project
        From `gevinst.load` or `gevinst.example`, with `payroll_tax_zone` for every paying partner.
    year : int, optional
        The first year in which every partner takes part all months, if absent.
    groups : sequence of sequences of str, optional
        At least two groups without common members, by name or code; together they are the pool.
        Every paying partner on its own if absent.

    Returns
    -------
    Pooling
        Frozen; `frame()` has FTE and kroner apart, together and saved by role and in all,
        `centres()` each centre, `text("nb")` says it in words. Positions are means of the year.

    Raises
    ------
    ArgumentError
        It is no project, it has one paying partner only, the groups are not at least two lists of
        names, or a partner is in two.
    QuantityError
        There is no such partner; the nearest name is suggested.
    ProjectError
        A partner states no zone for payroll tax.
    CoverageError
        The year lies outside the horizon.

    Notes
    -----
    Together, workload and minimum presence never need more than apart: the work of patients adds
    up, that of the calendar and the presence are counted once instead of once for each. Common
    queues wait less (Smith and Whitt 1981, Resource sharing for efficiency in traffic systems,
    Bell System Technical Journal 60); that their whole positions are never more is not proved, but
    held for each of 400,000 random pairs of queues. `more_needed_together` names the roles in
    which it fails, if any. Rounding up to steps changes nothing in this: steps of the sum are
    never more than the sum of the steps. Kroner can rise even so, where the common host pays a
    higher payroll tax. The model gives a queue one mean handling time; in life, events that differ
    much in length can hold each other up.

    Examples
    --------
    >>> import gevinst as gv
    >>> project = gv.example("nord-troms")
    >>> pair = gv.staffing.pooling(project, groups=[["Lyngen"], ["Storfjord", "Kåfjord"]])
    >>> pair.saved("staffed_fte") > 0, pair.more_needed_together
    (True, ())
    """
    from gevinst.studies.pooling import pooling as study

    return study(project, year, groups)


def overload(
    results: Results,
    by: Literal["year", "month"] = "year",
    daily_variation: float | None = None,
) -> pd.DataFrame:
    """Share of the days on which a role has more work than the people at work get done.

    The contacts of a day come at random (Poisson), each with a random handling time (exponential),
    as in the queue. Scheduled work and work by the calendar is the same each day. What gets done
    is the staffed positions' hours of an average open day. On such a day work is left for the
    next, or people stay longer; it says nothing about waiting within the day.

    Parameters
    ----------
    results : Results
        From `gevinst.run`.
    by : {"year", "month"}
        A year is the mean of its months, each with its open time.
    daily_variation : float, optional
        Variance of a factor with mean 1 (gamma) on all contacts of a day, 0 to 100: quiet and busy
        days. 0.04 is a day in three that differs by more than a fifth. No Norwegian figure is
        published; measure it as the variance of the daily number of contacts less its mean, over
        its mean squared. Gives the extra rows ``overload_share_varying``.

    Returns
    -------
    pandas.DataFrame
        ``role, year`` or ``period, quantity`` (``overload_share``: Poisson only), ``value, unit``
        (``"1"``). Periods in which the centre is closed have no rows.

    Raises
    ------
    ArgumentError
        These are no results, `by` is unknown, or the variance is not a number from 0 to 100.

    Notes
    -----
    Events that come while the centre is closed are spread over the open days; Mondays are busier
    than this, as the backlog at opening shows. The distribution is found by inverting its Laplace
    transform (Abate and Whitt 1992), with an error below 1e-9.

    Examples
    --------
    >>> import gevinst as gv
    >>> days = gv.staffing.overload(gv.run(gv.example("nord-troms")), daily_variation=0.04)
    >>> list(days.columns)
    ['role', 'year', 'quantity', 'value', 'unit']
    >>> bool(days["value"].between(0, 1).all())
    True
    """
    from gevinst.studies.overload import overload as study

    return study(results, by, daily_variation)
