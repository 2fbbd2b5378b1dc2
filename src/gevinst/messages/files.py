"""Texts: the file as a file, before its content is looked at."""

FILES: dict[str, dict[str, str]] = {
    "problem.line": {"nb": "linje {line}", "en": "line {line}"},
    "project.invalid": {
        "nb": "[[{file}: ]]prosjektet kan ikke brukes, {count} feil:",
        "en": "[[{file}: ]]the project cannot be used, {count} problem(s):",
    },
}
