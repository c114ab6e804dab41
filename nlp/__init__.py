"""Reading citizens' messages: `read(text)` gives a `Reading`, `redact(text)` the text made safe
for the reader, `mask(text, also)` the text as other people may see it.

What it is for: to route a message (complaint, praise or question; which aspect), to lay danger and
reports of corruption before a human at once, to count moods of a unit in a summary.
What it is not: **a mark on a person.** A reading never enters a figure, a rank or an appraisal of
an officer, and is never shown as one. It says how sure it is, which words led to it, and abstains
(`sentiment.label is None`) when it knows too little.

How it works: personal numbers are taken out first, and everything else sees only the redacted
text. Indonesian, chat spelling included, is read with word lists written for this purpose
(`nlp/data/*.txt`, each with a note of origin): negation, litotes ("tidak ada keluhan"), strength,
contrast ("ramah, tapi lama"). English goes through TextBlob's pattern analyser, which is imported
at the first English text. Another language, or too short a text, is `und` and read by what known
words it has. Both analysers stand behind TextBlob's interface in `nlp.analyzer`:
`TextBlob(text, analyzer=IndonesianAnalyzer()).sentiment`.

Limits: irony is not heard; a regional language is only guessed at through words it shares with
Indonesian; names are not redacted; probabilities come from word sums and are not calibrated.

Pure and safe to call from several threads: no network, and no file once the lists are loaded.
`Reading.version` names the reader and a checksum of its lists; store it beside the reading.
"""

from nlp.masking import Masked, mask
from nlp.reader import read
from nlp.reading import Aspect, AspectKey, Kind, Label, Reading, Sentiment, UrgencyReason
from nlp.redaction import redact

__all__ = [
    "Aspect",
    "AspectKey",
    "Kind",
    "Label",
    "Masked",
    "Reading",
    "Sentiment",
    "UrgencyReason",
    "mask",
    "read",
    "redact",
]
