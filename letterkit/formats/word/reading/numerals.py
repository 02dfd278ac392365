"""The numbers of lists as Word writes them (ECMA-376 part 1, 17.18.59)."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS = 26
LARGEST = 9_999


def numeral(number: int, style: str) -> str:
    """Return a number in one of Word's styles, in digits where that has no such number."""
    if not 0 < number <= LARGEST:
        return str(number)
    match style:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % LETTERS) * ((number - 1) // LETTERS + 1)
        case "lowerRoman" | "upperRoman":
            letters = _roman(number)
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return f"{number}{_suffix(number)}"
        case "none":
            return ""
        case _:
            return str(number)
    return letters.upper() if style.startswith("upper") else letters


def _roman(number: int) -> str:
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _suffix(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
