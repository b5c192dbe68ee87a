package dev.logmill.curation.publish;

/** A version that must not be seen, or storage that failed on the way; {@code latest} is where it was. */
public final class PublishException extends RuntimeException {
    public PublishException(String message) {
        super(message);
    }

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
