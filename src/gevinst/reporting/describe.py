"""From results to a summary: which sections there are, and what stands first."""

from __future__ import annotations

import gevinst
from gevinst.display import format_date, format_kroner, format_number
from gevinst.reporting.assumptions import describe_assumptions
from gevinst.reporting.charges import describe_charges
from gevinst.reporting.contents import Headline, Language, Section, Summary
from gevinst.reporting.gain_views import describe_views
from gevinst.reporting.gains import describe_gains
from gevinst.reporting.money import Account, account_of, describe_costs
from gevinst.reporting.partner_views import (
    describe_budget,
    describe_certain,
    describe_personnel,
)
from gevinst.reporting.patients import describe_patients
from gevinst.reporting.plan import describe_map, describe_plan
from gevinst.reporting.plausibility import describe_plausibility
from gevinst.reporting.reading import View
from gevinst.reporting.staffing import describe_staffing
from gevinst.reporting.warnings import describe_benefit_warnings, describe_warnings
from gevinst.reporting.worth_now import describe_worth_now
from gevinst.results import Results


def describe(
    results: Results,
    lang: Language = "nb",
    explained: str = "",
    *,
    after_charges: tuple[Section, ...] = (),
) -> Summary:
    """Make the summary of a run: headings, tables and sentences as frozen data.

    Parameters
    ----------
    results : Results
        From `gevinst.run`.
    lang : {"nb", "en"}
        Language of the texts; names come from the project.
    explained : str, optional
        One explained number as text, to stand last.
    after_charges : tuple of Section
        Sections on the charges that results alone do not hold, such as what groups would pay.

    Returns
    -------
    Summary
        To be shown with `render_text` or `render_page`.
    """
    view = View(results=results, lang=lang)
    account = account_of(view)
    return Summary(
        lang=lang,
        title=results.title,
        notice=results.notice,
        facts=(
            view.say("prices", year=results.price_year),
            view.say(
                "period",
                first=view.years[0],
                last=view.years[-1],
                date=format_date(results.date, lang),
            ),
            view.say("made_by", version=gevinst.__version__, checksum=results.checksum[:12]),
        ),
        headlines=_headlines(view, account),
        sections=(
            describe_patients(view),
            describe_staffing(view),
            describe_costs(view, account),
            describe_charges(view, account),
            *after_charges,
            *describe_warnings(view),
            describe_gains(view, account),
            *describe_certain(view),
            describe_budget(view),
            describe_personnel(view),
            describe_worth_now(view),
            *describe_views(view),
            *describe_benefit_warnings(view),
            *describe_map(view),
            *describe_plan(view),
            describe_plausibility(view),
            describe_assumptions(view),
        ),
        explained=explained,
    )


def _headlines(view: View, account: Account) -> tuple[Headline, ...]:
    t, lang = view.full_year, view.lang
    figures = (
        ("patients", format_number(float(view.line("active_patients_total")[t]), 1, lang)),
        ("staffing", format_number(float(view.line("staffed_time_total")[t]), 2, lang)),
        ("cost", format_kroner(account.cost[t], lang=lang)),
        ("charge", format_kroner(account.net[t], lang=lang)),
    )
    return tuple(
        Headline(label=view.say(f"headline.{name}", year=view.years[t]), text=text)
        for name, text in figures
    )
