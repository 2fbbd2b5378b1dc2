"""The library against an independent model in plain Python, written from the domain alone."""

import numpy as np
from hypothesis import given
from plain_model import run_plainly
from plain_run import Plain

from gevinst import parameters
from gevinst.assemble import assemble, work
from gevinst.catalogue import CATALOGUE
from gevinst.schema import Project
from gevinst.testing import equal, projects, run_core

WITHIN = 1e-9


def plainly(project: Project) -> Plain:
    """Run the plain model with the two parameters that do not stand in the project."""
    date, zone = project.project.date, str(project.host.payroll_tax_zone)
    tax = parameters.number(work.PAYROLL_TAX, date, zone)
    return run_plainly(project, tax, parameters.number(work.OPENING_WEEKS, date))


@given(projects())
def test_every_number_is_what_a_plain_loop_over_months_finds(project: Project) -> None:
    """Patients, hours, positions, cost, funding, charges, gains and key figures, at every place."""
    made = run_core(assemble(project).inputs)
    size = float(np.max(made["total_cost"]))

    for key, cells in plainly(project).found.items():
        expected = np.array(cells)[..., np.newaxis]
        scale = {"NOK": size, "event": 1.0}.get(CATALOGUE[key[0]].unit, 0.0)
        assert made[key].shape == expected.shape, key
        assert equal(made[key], expected, scale=scale, within=WITHIN), key
