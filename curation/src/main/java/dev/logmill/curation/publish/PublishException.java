package dev.logmill.curation.publish;

/** A version that must not be seen, or storage that failed on the way; {@code latest} is where it was. */
public class PublishException extends RuntimeException {
    public PublishException(String message) {
        super(message);
    }

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A version failed its checks and lies in quarantine: its product stays as it was, others go on. */
    public static final class FailedChecks extends PublishException {
        public FailedChecks(String message) {
            super(message);
        }
    }
}
