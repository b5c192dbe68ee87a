package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.Serializable;

/** What privacy makes of a row before it is stored. */
public interface Redaction extends Serializable {
    Span span(Span span) throws PrivacyFailure;

    Signal signal(Signal signal) throws PrivacyFailure;
}
