"""JSON Schema of the forms in which an uncertain value may be written."""

from __future__ import annotations

from typing import Any

from gevinst.schema.distributed import FAMILIES, MOST_OBSERVATIONS, PLAIN, SCALES, TRUNCATE, WEIGHTS
from gevinst.schema.value_reader import LARGEST
from gevinst.schema.values import INTERVAL

TRUNCATE_FIELD: dict[str, Any] = {
    "type": "boolean",
    "description": "Om det som ligger utenfor grensene for feltet, skal kuttes bort.",
}
_WORDS = {
    "mean": "Forventet verdi.",
    "sd": "Standardavvik, i samme enhet.",
    "low": "Minste tall.",
    "likely": "Det mest sannsynlige tallet.",
    "high": "Største tall.",
    "alpha": "Første formparameter.",
    "beta": "Andre formparameter.",
    "shape": "Formparameter.",
    "scale": "Skala, i samme enhet.",
}


def distributed_forms(either: dict[str, Any], remarks: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms of a named distribution and of an estimate with its interval.

    Parameters
    ----------
    either : dict
        Schema of a number or a text with a unit.
    remarks : dict
        Schemas of what every table may have beside its numbers.
    """
    plain = {"type": "number", "exclusiveMinimum": 0, "maximum": LARGEST}
    weight = {"type": "number", "minimum": 0, "maximum": LARGEST}
    parameters = {
        key: {**(plain if key in PLAIN else either), "description": words}
        for key, words in _WORDS.items()
    }
    observed = {"type": "array", "minItems": 1, "maxItems": MOST_OBSERVATIONS}
    named = {
        "distribution": {"enum": list(FAMILIES), "description": "Slags fordeling."},
        **parameters,
        "values": {**observed, "items": either, "description": "Observerte tall."},
        WEIGHTS: {**observed, "items": weight, "description": "Vekt for hvert observerte tall."},
    }
    estimate = {
        "estimate": {**either, "description": "Anslaget, for eksempel et rateforhold."},
        "low": {**either, "description": "Nedre ende av intervallet."},
        "high": {**either, "description": "Øvre ende av intervallet."},
        "means": {
            "type": "string",
            "pattern": f"^{INTERVAL}$",
            "description": "Hvilket intervall det er, for eksempel 95 % interval.",
        },
        "scale": {
            "enum": list(SCALES),
            "description": (
                "Skalaen intervallet er laget på: log for rater og forhold, linear for"
                " differanser, logit for andeler; ratio når tallet er en endring og anslaget"
                " et forhold (0.81 er en nedgang på 19 %)."
            ),
        },
    }
    return [
        _form(named, ["distribution"], remarks),
        _form(estimate, list(estimate), remarks),
    ]


def _form(fields: dict[str, Any], required: list[str], remarks: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**fields, TRUNCATE: TRUNCATE_FIELD, **remarks},
        "required": required,
        "additionalProperties": False,
    }
