package dev.logmill.curation.ingest.object;

/** Why a raw record could not become spans or signals. */
public enum QuarantineReason {
    /** No JSON, cut off, duplicate keys, NaN, or nested too deeply. */
    MALFORMED_JSON,
    /** The bytes are no protobuf message of the type meant. */
    MALFORMED_PROTOBUF,
    /** The bytes are no UTF-8. */
    INVALID_UTF8,
    /** Larger than {@code ingest.max-record-bytes}. */
    RECORD_TOO_LARGE,
    /** The compressed object ends early or is damaged; what came before it was read. Or it is an archive, which nobody opens. */
    DAMAGED_OBJECT,
    /** JSON, but not of the shape that the dialect reads. */
    UNKNOWN_SHAPE,
    /** A field that the dialect needs is absent. */
    MISSING_FIELD,
    /** A field holds a value of the wrong type. */
    INVALID_FIELD,
    /** A time outside 2015 to 2100: the wrong unit, or a broken clock. */
    IMPLAUSIBLE_TIME,
    /** A detector failed on it; what cannot be checked does not get in. */
    PRIVACY_FAILURE
}
