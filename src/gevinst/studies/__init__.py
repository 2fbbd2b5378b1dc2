"""Questions about a price: is it fair, what would another rule give, who joins, who leaves."""

from gevinst.studies.buying_in import buying_in
from gevinst.studies.comparing import compare_prices
from gevinst.studies.fairness import Fairness, Objection, fairness, together_text
from gevinst.studies.joining import Joining, joining
from gevinst.studies.leaving import Leaving, leaving

__all__ = [
    "Fairness",
    "Joining",
    "Leaving",
    "Objection",
    "buying_in",
    "compare_prices",
    "fairness",
    "joining",
    "leaving",
    "together_text",
]
