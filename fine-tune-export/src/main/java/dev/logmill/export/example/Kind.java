package dev.logmill.export.example;

/** What an example teaches. */
public enum Kind {
    /** An answer to imitate: supervised fine-tuning. */
    SFT,
    /** A better and a worse answer to the same input. */
    PREFERENCE
}
