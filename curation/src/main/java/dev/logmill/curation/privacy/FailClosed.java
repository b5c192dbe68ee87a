package dev.logmill.curation.privacy;

/** What checks texts may break, as all code may: then a text was not checked, which is all that is told of it. */
public final class FailClosed {
    private FailClosed() {}

    /** A check of one text or row. */
    public interface Check<T> {
        T check() throws PrivacyFailure;
    }

    /**
     * What a check gives.
     *
     * @throws PrivacyFailure where it says so, or breaks
     */
    public static <T> T checked(Check<T> check) throws PrivacyFailure {
        try {
            return check.check();
        } catch (RuntimeException broken) {
            // Of its message nothing is told: that may hold the text.
            throw new PrivacyFailure(broken.getClass().getSimpleName());
        }
    }
}
