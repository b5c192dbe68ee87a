package dev.logmill.curation.privacy;

/** A detector failed: what cannot be checked does not get in. Never carries the text that it failed on. */
public final class PrivacyFailure extends Exception {
    private final String detector;

    public PrivacyFailure(String detector) {
        super(detector, null, false, false);
        this.detector = detector;
    }

    /** The detector that failed. */
    public String detector() {
        return detector;
    }
}
