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
    "steps_decide": Words(
        "ja hvis {staffed_for_second_fte} er minst {staffed_fte}",
        "yes if {staffed_for_second_fte} are at least {staffed_fte}",
    ),
    "workload_decides": Words(
        "ja hvis {workload_fte} er større enn {second_fte}, og {staffed_fte} er flere enn"
        " {staffed_for_second_fte}",
        "yes if {workload_fte} exceed {second_fte}, and {staffed_fte} exceed"
        " {staffed_for_second_fte}",
    ),
    "queue_decides": Words(
        "ja hvis {queue_fte} er større enn {second_fte}, og {staffed_fte} er flere enn"
        " {staffed_for_second_fte}",
        "yes if {queue_fte} exceed {second_fte}, and {staffed_fte} exceed {staffed_for_second_fte}",
    ),
    "presence_decides": Words(
        "ja hvis {presence_fte} er større enn {second_fte}, og {staffed_fte} er flere enn"
        " {staffed_for_second_fte}",
        "yes if {presence_fte} exceed {second_fte}, and {staffed_fte} exceed"
        " {staffed_for_second_fte}",
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
