"""Texts of the benefits map and the realisation plan, Norwegian beside English."""

from __future__ import annotations

PLAN: dict[str, dict[str, str]] = {
    "benefit_warnings": {
        "nb": "Se en gang til på gevinstene",
        "en": "A second look at the benefits",
    },
    "map": {
        "nb": "Gevinstkart",
        "en": "Benefits map",
    },
    "drawing.title": {
        "nb": "Fra tiltak til mål: hva leder til hva",
        "en": "From measures to goals: what leads to what",
    },
    "drawing.description": {
        "nb": "Kart med {boxes} bokser i kolonner fra tiltak til mål, og piler fra hver boks til"
        " det den leder til. Tabellen under bildet sier det samme med ord.",
        "en": "A map of {boxes} boxes in columns from measures to goals, with arrows from each"
        " box to what it leads to. The table below the picture says the same in words.",
    },
    "drawing.note": {
        "nb": "Kartet viser hva som er ment å lede til hva. Hvor sikkert det er, står ved"
        " gevinstlinjene.",
        "en": "The map shows what is meant to lead to what. How certain it is stands with the"
        " benefit lines.",
    },
    "drawing.table": {
        "nb": "Pilene i gevinstkartet",
        "en": "The arrows of the map",
    },
    "plan": {
        "nb": "Gevinstrealiseringsplan",
        "en": "Benefits realisation plan",
    },
    "plan.note": {
        "nb": "Målet er nullpunktet med den sannsynlige endringen, når den andelen som tas ut er"
        " tatt ut. Det er per pasient og år, og et anslag som kan slå feil: spennet står"
        " ved gevinstlinja.",
        "en": "The target is the baseline with the likely change, once the share that is realised"
        " is realised. It is per patient and year, and an estimate that may fail: its range"
        " stands with the benefit line.",
    },
    "plan.caption": {
        "nb": "Fra hva til hva, per pasient og år, og når",
        "en": "From what to what, per patient and year, and by when",
    },
    "plan.details": {
        "nb": "Hvem som svarer for hver gevinst, og hvordan den telles og måles",
        "en": "Who answers for each benefit, and how it is counted and measured",
    },
}
