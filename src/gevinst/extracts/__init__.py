"""Extracts of persons and events, read into arrays per person; every row not used is counted."""

from gevinst.extracts.records import ARMS, PERIODS, Durations, Extract, MonthSeries, Rejected

__all__ = ["ARMS", "PERIODS", "Durations", "Extract", "MonthSeries", "Rejected"]
