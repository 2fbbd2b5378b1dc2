"""Texts: a filled-in workbook that is read back."""

WORKBOOKS: dict[str, dict[str, str]] = {
    "problem.cell": {"nb": "arket {sheet}, celle {cell}", "en": "sheet {sheet}, cell {cell}"},
    "workbook.not_workbook": {
        "nb": "Fila er ikke en arbeidsbok som kan leses. Den må være lagret som .xlsx, uten"
        " passord.",
        "en": "The file is no workbook that can be read. It has to be saved as .xlsx, without a"
        " password.",
    },
    "workbook.damaged": {
        "nb": "Arbeidsboken er skadet eller mangler noe<<: {part}>>. Åpne den i"
        " regnearkprogrammet og lagre den på nytt.",
        "en": "The workbook is damaged or lacks something<<: {part}>>. Open it in the spreadsheet"
        " program and save it again.",
    },
    "workbook.too_large": {
        "nb": "Arbeidsboken er mye større enn dem gevinst lager, eller er pakket slik at den blir"
        " det. Den leses ikke.",
        "en": "The workbook is much larger than those that gevinst makes, or is packed so that it"
        " becomes so. It is not read.",
    },
    "workbook.doctype": {
        "nb": "Arbeidsboken inneholder egne definisjoner (DOCTYPE), som regnearkprogrammer aldri"
        " lager. Den leses ikke.",
        "en": "The workbook has definitions of its own (DOCTYPE), which spreadsheet programs never"
        " make. It is not read.",
    },
    "workbook.no_sheet": {
        "nb": "Arket «{sheet}» med prosjektet mangler eller har fått nytt navn. Arkene er:"
        " {allowed}. Bruk en arbeidsbok laget av gevinst, og la arket hete «{sheet}».",
        "en": 'The sheet "{sheet}" with the project is missing or renamed. The sheets are:'
        ' {allowed}. Use a workbook made by gevinst, and let the sheet be called "{sheet}".',
    },
    "workbook.no_fields": {
        "nb": "De fleste gule feltene finnes ikke lenger: arket de sto på (Inndata), er borte."
        " Arkene er: {allowed}. Bruk en arbeidsbok der alle ark står igjen.",
        "en": "Most of the yellow fields are there no more: the sheet that held them (Inndata) is"
        " gone. The sheets are: {allowed}. Use a workbook that still has every sheet.",
    },
    "workbook.heading": {
        "nb": "Her skal overskriften «{expected}» stå. Kolonnene på arket kan ikke flyttes.",
        "en": 'The heading "{expected}" belongs here. The columns of the sheet cannot be moved.',
    },
    "workbook.path": {
        "nb": "«{found}» er ikke et felt som passer her. Rader på arket kan ikke flyttes eller"
        " slettes.",
        "en": '"{found}" is no field that fits here. Rows of the sheet cannot be moved or deleted.',
    },
    "cell.formula": {
        "nb": "Feltet inneholder en formel. Skriv selve verdien.",
        "en": "The field holds a formula. Write the value itself.",
    },
    "cell.formula_gone": {
        "nb": "Her stod en formel som følger tellingene, og nå står det {found}. Endre de gule"
        " feltene under Målingene eller Sammenligningene, og lag arbeidsboken på nytt.",
        "en": "Here was a formula that follows what was counted, and now {found}. Change"
        " the yellow cells under Målingene or Sammenligningene, and make the workbook again.",
    },
    "cell.empty": {
        "nb": "Feltet er tomt. Fyll det ut.",
        "en": "The field is empty. Fill it in.",
    },
    "cell.empty_in_part": {
        "nb": "Feltet er tomt, men noe som hører sammen med det, er fylt ut. Fyll ut dette feltet"
        " også, eller tøm alle de gule feltene som hører sammen.",
        "en": "The field is empty, but some that belong to it are filled in. Fill in this too, or"
        " empty all the yellow fields that belong together.",
    },
    "cell.not_text": {
        "nb": "«{found}» er ikke en tekst.",
        "en": '"{found}" is not a text.',
    },
    "cell.not_number": {
        "nb": "«{found}» er ikke et tall. Skriv bare tallet; enheten står ved siden av.",
        "en": '"{found}" is not a number. Write the number alone; its unit stands beside it.',
    },
    "cell.not_month": {
        "nb": "«{found}» er ikke en dato fra 1990 til 2199. Skriv den første dagen i måneden, for"
        " eksempel 01.04.2027.",
        "en": '"{found}" is not a date from 1990 to 2199. Write the first day of the month, e.g.'
        " 2027-04-01.",
    },
    "cell.not_choice": {
        "nb": "{found} kan ikke velges. Skriv 1 (ja) eller 0 (nei).",
        "en": "{found} cannot be chosen. Write 1 (yes) or 0 (no).",
    },
    "cell.not_clock": {
        "nb": "«{found}» er ikke et klokkeslett. Skriv timer og minutter fra 00:00 til 24:00, for"
        " eksempel 08:30.",
        "en": '"{found}" is not a time of the day. Write hours and minutes from 00:00 to 24:00,'
        " e.g. 08:30.",
    },
    "cell.locked": {
        "nb": "Feltet var<< {expected}>> da arbeidsboken ble laget, og kan ikke endres her (nå:"
        " {found}). Endre prosjektfilen, og lag arbeidsboken på nytt.",
        "en": "The field was<< {expected}>> when the workbook was made, and cannot be changed here"
        " (now: {found}). Change the project file, and make the workbook again.",
    },
    "cell.parameter": {
        "nb": "Dette er en parameter som følger med gevinst, med kilde. Den var {expected} da"
        " arbeidsboken ble laget, og kan ikke endres her (nå: {found}). Sett tallet tilbake. Er"
        " parameteren feil, må den rettes i gevinst.",
        "en": "This is a parameter that comes with gevinst, with a source. It was {expected} when"
        " the workbook was made, and cannot be changed here (now: {found}). Put the number back."
        " If the parameter is wrong, it has to be corrected in gevinst.",
    },
    "cell.no_name": {
        "nb": "Det gule feltet med navnet «{name}» finnes ikke lenger. Bruk en arbeidsbok der"
        " ingen rader eller ark er slettet.",
        "en": 'The yellow field of the name "{name}" is gone. Use a workbook in which no row or'
        " sheet was deleted.",
    },
    "cell.disagrees": {
        "nb": "Feltet sier noe annet enn celle {other}, men de er det samme feltet i prosjektet."
        " Fyll ut begge likt.",
        "en": "The field says something else than cell {other}, but they are one field of the"
        " project. Fill in both alike.",
    },
}
