"""Number words, ordinals, months and weekdays, and what each stands for."""

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SMALL_NUMBERS = (
    "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip

ORDINAL_WORDS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip

TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
UNITS = {word: number for number, word in enumerate((*SMALL_NUMBERS, *TEENS))} | {"zero": 0}
TENS = {
    word: number * 10
    for number, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
MAGNITUDES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
SUFFIXES = {"k": 1000, "m": 1_000_000, "bn": 1_000_000_000}

MONTHS = {
    form: number
    for number, name in enumerate((month.lower() for month in MONTH_NAMES), start=1)
    for form in (name, name[:3])
} | {"sept": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ORDINALS = {word: f"{number}th" for number, word in enumerate(ORDINAL_WORDS) if word}


def is_figure(word: str) -> bool:
    """Tell whether a plain word is or begins a figure: digits, or a number in words."""
    return (
        any(character.isdigit() for character in word)
        or word in UNITS
        or word in TENS
        or word.partition("-")[0] in TENS
    )
