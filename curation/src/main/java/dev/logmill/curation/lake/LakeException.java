package dev.logmill.curation.lake;

/** The lake is not as its contracts say, or storage does not do what was asked; the night stops. */
public final class LakeException extends RuntimeException {
    public LakeException(String message) {
        super(message);
    }

    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
