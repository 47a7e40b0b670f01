"""Written Vietnamese turned into text that a loudspeaker's reader, a person or a machine, can read aloud."""

from village_site.spoken.numerals import digit_words, number_words, ordinal_words
from village_site.spoken.speaking import SYLLABLES_A_MINUTE, Spoken, seconds_to_read, speak
from village_site.spoken.values import spoken_date, spoken_phone, spoken_quantity

__all__ = [
    "SYLLABLES_A_MINUTE",
    "Spoken",
    "digit_words",
    "number_words",
    "ordinal_words",
    "seconds_to_read",
    "speak",
    "spoken_date",
    "spoken_phone",
    "spoken_quantity",
]
