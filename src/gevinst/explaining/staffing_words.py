"""What formulas of staffing do, where their own expression does not say it well."""

from __future__ import annotations

from gevinst.explaining.nodes import Words

STAFFING_TOLD: dict[str, Words] = {
    "queue_positions": Words(
        "færrest personer som når {target_share}, med {queue_load}, {handlings_in_wait} og høyst"
        " {most_occupancy} (Erlang C)",
        "the fewest persons who reach {target_share}, with {queue_load}, {handlings_in_wait} and"
        " at most {most_occupancy} (Erlang C)",
    ),
    "service_level": Words(
        "andelen som får svar innen {handlings_in_wait} når {answering_positions} tar"
        " {queue_load} (Erlang C)",
        "the share answered within {handlings_in_wait} when {answering_positions} take"
        " {queue_load} (Erlang C)",
    ),
    "wait_share": Words(
        "andelen som ikke får svar med en gang når {answering_positions} tar {queue_load}"
        " (Erlang C)",
        "the share not answered at once when {answering_positions} take {queue_load} (Erlang C)",
    ),
    "largest_decides": Words(
        "ja hvis {staffed_fte} er flere enn {staffed_for_second_fte}",
        "yes if {staffed_fte} exceed {staffed_for_second_fte}",
    ),
    "steps_decide": Words(
        "ja hvis {staffed_fte} er over 0, og ikke {largest_decides}",
        "yes if {staffed_fte} exceed 0, and not {largest_decides}",
    ),
    "workload_decides": Words(
        "{largest_decides}, hvis {workload_fte} er større enn {second_fte}",
        "{largest_decides}, if {workload_fte} exceed {second_fte}",
    ),
    "queue_decides": Words(
        "{largest_decides}, hvis {queue_fte} er større enn {second_fte}",
        "{largest_decides}, if {queue_fte} exceed {second_fte}",
    ),
    "presence_decides": Words(
        "{largest_decides}, hvis {presence_fte} er større enn {second_fte}",
        "{largest_decides}, if {presence_fte} exceed {second_fte}",
    ),
    "longest_wait_night": Words(
        "største av {longest_night} og {clearing_time_night}; 0 uten {closed_hours}",
        "the larger of {longest_night} and {clearing_time_night}; 0 without {closed_hours}",
    ),
    "longest_wait_closure": Words(
        "største av {longest_closure} og {clearing_time_closure}; 0 uten {closed_hours}",
        "the larger of {longest_closure} and {clearing_time_closure}; 0 without {closed_hours}",
    ),
}
"""Formula -> what it does, its parameters in braces."""
