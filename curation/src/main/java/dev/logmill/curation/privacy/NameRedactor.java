package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.MadeId;
import java.io.Serializable;
import java.util.Optional;

/** Replaces identifiers in the names and ids that rows are joined by, alike in the whole deployment. */
final class NameRedactor implements Serializable {
    private static final String SCOPE = "ids";

    private final TextRedactor texts;
    private final Pseudonyms pseudonyms;

    NameRedactor(TextRedactor texts, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
    }

    /** An id goes by a keyed name if it holds an identifier or is a digest: one long enough that no two ids ever share it. */
    String id(String id) throws PrivacyFailure {
        if (MadeId.is(id)) {
            return pseudonyms.id(id);
        }
        for (Finding finding : texts.standing(id, "")) {
            boolean digits = finding.type().equals("CARD")
                    || (finding.type().equals("PHONE") && id.charAt(finding.start()) != '+');
            if (!digits) {
                return pseudonyms.id(id);
            }
        }
        return id;
    }

    /** The same of an id that may be absent. */
    Optional<String> id(Optional<String> id) throws PrivacyFailure {
        return id.isEmpty() ? id : Optional.of(id(id.get()));
    }

    /** A name without identifiers. */
    String name(String name) throws PrivacyFailure {
        return texts.redact(name, SCOPE);
    }

    /** The same of a name that may be absent. */
    Optional<String> name(Optional<String> name) throws PrivacyFailure {
        return name.isEmpty() ? name : Optional.of(name(name.get()));
    }

    /** A version, in which digits and dots are no address. */
    Optional<String> version(Optional<String> version) throws PrivacyFailure {
        return version.isEmpty() ? version : Optional.of(texts.redact(version.get(), "version", SCOPE));
    }
}
