package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.util.List;
import java.util.Optional;

/** Privacy mode {@code sealed}: what is kept is that of mode {@code content}, and the original goes to the vault. */
final class SealedRedaction implements Redaction {
    private final ContentRedaction content;

    SealedRedaction(Pseudonyms pseudonyms, KeptWords kept) {
        this.content = new ContentRedaction(pseudonyms, kept);
    }

    @Override
    public boolean seals(Optional<String> agent) {
        return true;
    }

    @Override
    public Span span(Span span) throws PrivacyFailure {
        return content.span(span);
    }

    @Override
    public List<Span> spans(List<Span> together) throws PrivacyFailure {
        return content.spans(together);
    }

    @Override
    public Signal signal(Signal signal) throws PrivacyFailure {
        return content.signal(signal);
    }

    @Override
    public String key(String text) {
        return content.key(text);
    }

    @Override
    public String digest(String plain) {
        return content.digest(plain);
    }

    @Override
    public String path(String path) {
        return content.path(path);
    }
}
