package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.trace.MadeId;
import java.io.Serializable;
import java.util.Optional;

/**
 * Replaces identifiers in what rows are joined by, alike in the whole deployment, so that what it joins stays joined.
 *
 * <p>Within a name they are replaced where they stand. An id that holds a mail address, an IP address, an IBAN or a phone
 * behind a plus becomes a keyed name as a whole; its plain digits stay, since ids are made of them, as does a version.
 */
final class JoinRedactor implements Serializable {
    /** Names and ids join across sessions, so their scope is the whole deployment. */
    static final String SCOPE = "ids";

    private final TextRedactor texts;
    private final Pseudonyms pseudonyms;

    JoinRedactor(TextRedactor texts, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
    }

    /** An id goes by a keyed name if it holds an identifier or is a digest: one long enough that no two ids ever share it. */
    String id(String id) throws PrivacyFailure {
        if (MadeId.is(id)) {
            return pseudonyms.id(id);
        }
        if (HexId.is(id) || ProviderId.is(id)) {
            return id;
        }
        for (Finding finding : texts.standing(id, "")) {
            if (!isNumber(finding, id)) {
                return pseudonyms.id(id);
            }
        }
        return id;
    }

    private static boolean isNumber(Finding finding, String id) {
        boolean digits = id.substring(finding.start(), finding.end()).chars().allMatch(c -> Letters.isDigit((char) c));
        boolean national = finding.type().equals("PHONE") && id.charAt(finding.start()) != '+';
        return digits || national || finding.type().equals("CARD");
    }

    String name(String name) throws PrivacyFailure {
        return texts.redact(name, SCOPE);
    }

    Optional<String> version(Optional<String> version) throws PrivacyFailure {
        return version.isEmpty() ? version : Optional.of(texts.redact(version.get(), "version", SCOPE));
    }

    Optional<String> names(Optional<String> name) throws PrivacyFailure {
        return name.isEmpty() ? name : Optional.of(name(name.get()));
    }

    Optional<String> ids(Optional<String> id) throws PrivacyFailure {
        return id.isEmpty() ? id : Optional.of(id(id.get()));
    }
}
