package dev.logmill.export.dataset;

import java.util.Locale;

/** Why a readable pair is in no dataset. Rows that break a rule carry the rule's own id instead. */
public enum SelectionReason {
    INPUT_ON_ANOTHER_SIDE,
    NOT_NARROW,
    CONTAMINATED,
    OUTPUT_ERROR,
    REFUSED_BY_MODEL,
    LABEL_TOO_LOW,
    UNLABELLED,
    EMPTY,
    MEDIA,
    TOO_LONG,
    NO_TARGET,
    SUBJECT_CAP,
    CONTRADICTED,
    CHOSEN_NOT_BETTER,
    DATASET_TOO_SMALL;

    /** Its name in table {@code rejections}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal, with what was found. */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more library
    public Refusal refusal(String measured, Object... values) {
        return new Refusal(id(), String.format(Locale.ROOT, measured, values));
    }
}
