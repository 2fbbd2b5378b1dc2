"""Texts: results that cannot be written where they were asked for."""

OUTPUT: dict[str, dict[str, str]] = {
    "output.not_folder": {
        "nb": "«{folder}» er en fil, ikke en mappe. Oppgi en mappe, eller et navn som ikke er"
        " brukt.",
        "en": '"{folder}" is a file, not a folder. Give a folder, or a name that is not in use.',
    },
    "output.unwritable": {
        "nb": "Resultatene kan ikke skrives til «{folder}»<<: {detail}>>. Ingen ferdige filer er"
        " endret. Sjekk rettighetene og plassen, og om en av filene er åpen i et annet program.",
        "en": 'The results cannot be written to "{folder}"<<: {detail}>>. No finished file is'
        " changed. Check permissions and space, and whether another program has one of the files"
        " open.",
    },
    "output.no_excel": {
        "nb": "Arbeidsboken trenger pakken XlsxWriter. Installer den: pip install gevinst[excel]",
        "en": "The workbook needs the package XlsxWriter. Install it: pip install gevinst[excel]",
    },
}
