package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.decode.DecodedText;
import dev.logmill.curation.privacy.decode.EncodedText;
import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.PersonalId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces identifiers in text by placeholders such as {@code <EMAIL_k3f9q>}.
 *
 * <p>The mark in a placeholder is keyed by the scope (the session, else the trace) and the value. So one value has one
 * placeholder throughout a session, whatever order and night its spans come in and without any state to keep; and two
 * sessions of one person share none. A first or last name alone has the placeholder of the whole name that was noted with it.
 */
public final class TextRedactor implements Serializable {
    /** Base64 within base64 or hex; text in more layers than that is nobody's accident. */
    private static final int MOST_LAYERS = 3;

    private static final String NAME = "USERNAME";

    private final TextSearch search;
    private final Pseudonyms pseudonyms;
    private final KeptWords kept;
    private final transient @Nullable SeenValues noted;
    private final transient @Nullable SeenDetector seen;
    private final transient @Nullable NotedAliases aliases;
    private final transient @Nullable Asked asked;

    public TextRedactor(List<Detector> detectors, Pseudonyms pseudonyms) {
        this(new TextSearch(detectors, new CheckLimit(CheckLimit.USUAL)), pseudonyms);
    }

    TextRedactor(TextSearch search, Pseudonyms pseudonyms) {
        this(search, pseudonyms, KeptWords.NONE, null, null, null, null);
    }

    private TextRedactor(
            TextSearch search,
            Pseudonyms pseudonyms,
            KeptWords kept,
            @Nullable SeenValues noted,
            @Nullable SeenDetector seen,
            @Nullable NotedAliases aliases,
            @Nullable Asked asked) {
        this.search = search;
        this.pseudonyms = pseudonyms;
        this.kept = kept;
        this.noted = noted;
        this.seen = seen;
        this.aliases = aliases;
        this.asked = asked;
    }

    /** The same, which leaves some names as they are. */
    public TextRedactor keeping(KeptWords words) {
        return new TextRedactor(search, pseudonyms, words, noted, seen, aliases, asked);
    }

    /** The same, which takes note of what it finds. */
    public TextRedactor noting(SeenValues values) {
        return new TextRedactor(search, pseudonyms, kept, values, null, aliases, asked);
    }

    /** The same, which finds what was noted too. */
    public TextRedactor withSeen(SeenValues values) {
        return withSeen(values.detector());
    }

    TextRedactor withSeen(SeenDetector values) {
        return new TextRedactor(search, pseudonyms, kept, null, values, aliases, asked);
    }

    /** The same, which takes note of nothing. */
    TextRedactor unnoted() {
        return new TextRedactor(search, pseudonyms, kept, null, seen, null, asked);
    }

    /** The same, which takes note of what it would call what it finds in another scope, where that is wanted. */
    TextRedactor aliased(Optional<NotedAliases> wanted) {
        return new TextRedactor(search, pseudonyms, kept, noted, seen, wanted.orElse(null), asked);
    }

    /** The same, which takes what notes it takes elsewhere. */
    TextRedactor apart(SeenValues found, Optional<NotedAliases> called) {
        return new TextRedactor(
                search, pseudonyms, kept, noted == null ? null : found, seen, called.orElse(null), asked);
    }

    /** Takes the notes that were taken of a text elsewhere. */
    void take(SaidBefore.Outcome outcome) {
        if (noted != null) {
            noted.addAll(outcome.noted());
        }
        if (aliases != null) {
            aliases.addAll(outcome.aliases());
        }
    }

    /** The notes of what its placeholders would be called elsewhere, none taken yet; empty where none are wanted. */
    Optional<NotedAliases> freshAliases() {
        return Optional.ofNullable(aliases).map(NotedAliases::fresh);
    }

    /** The same for texts that answer a question. */
    TextRedactor answering(Asked question) {
        return new TextRedactor(search, pseudonyms, kept, noted, seen, aliases, question);
    }

    /** The same for a text that is a record of its own, which finds again what is found in it. */
    public TextRedactor knowing(String text) throws PrivacyFailure {
        SeenValues values = new SeenValues();
        noting(values).told(text, "");
        return values.isEmpty() ? this : withSeen(values);
    }

    TextSearch search() {
        return search;
    }

    /** Whether it finds what was noted elsewhere, and that may be in a text. */
    boolean maySee(String text) {
        return seen != null && (seen.standsIn(text) || search.mayHide(text));
    }

    /** Whether what becomes of a text depends on the text and its scope alone. */
    boolean isFirst() {
        return seen == null;
    }

    /** Takes note of whom an id names that goes by a pseudonym, so that it is found in texts too. */
    void noteWhom(String id, String scope) throws PrivacyFailure {
        if (noted != null) {
            Optional<String> called = PersonalId.called(id);
            if (called.isPresent()) {
                // What it would be called elsewhere is told where it is said.
                aliased(Optional.empty()).redact(called.get(), scope);
            }
        }
    }

    /** The text without identifiers. */
    public String redact(String text, String scope) throws PrivacyFailure {
        return redact(text, "", scope);
    }

    /** The text that stands under a JSON key, without identifiers. */
    public String redact(String text, String label, String scope) throws PrivacyFailure {
        return replaced(text, found(text, label, 0), JsonTextSearch.NONE, label, scope);
    }

    /** The text without identifiers, with what was found in it; one that is JSON stays JSON, and its keys tell of its values. */
    public RedactedText told(String text, String scope) throws PrivacyFailure {
        return FailClosed.checked(() -> {
            JsonTextSearch json = JsonTextSearch.of(text);
            List<Detection> found = json.find(text, (value, label) -> found(value, label, 0));
            return RedactedText.of(replaced(text, found, json, "", scope), text, found);
        });
    }

    private String replaced(String text, List<Detection> found, JsonTextSearch json, String label, String scope)
            throws PrivacyFailure {
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder(text.length());
        int at = 0;
        for (Detection each : found) {
            String quote = json.isNumber(each.finding()) ? "\"" : "";
            redacted.append(text, at, each.finding().start())
                    .append(quote)
                    .append(instead(each, text, label, scope))
                    .append(quote);
            at = each.finding().end();
        }
        return redacted.append(text, at, text.length()).toString();
    }

    private String instead(Detection found, String text, String label, String scope) throws PrivacyFailure {
        Finding finding = found.finding();
        if (found.within().isPresent()) {
            EncodedText encoded = found.within().get().text();
            return encoded.encoded(redact(encoded.text(), label, scope));
        }
        return placeholder(finding, text, scope);
    }

    /** What stands for a text that is a name as a whole, in whatever form; note is taken of it. */
    String name(String text, String scope) throws PrivacyFailure {
        String spaced = text.replace('_', ' ');
        String redacted = redact(spaced, scope);
        return Placeholder.told(redacted).isPresent()
                ? redacted
                : placeholder(new Finding(NAME, 0, text.length(), text), text, scope);
    }

    private String placeholder(Finding finding, String text, String scope) {
        if (noted != null) {
            noted.add(finding, text);
        }
        Finding told = seen == null ? finding : seen.told(finding);
        if (aliases != null) {
            aliases.add(finding, told);
            aliases.add(told, told);
            if (seen != null) {
                seen.partsOf(told).forEach(part -> aliases.add(part, told));
            }
        }
        String placeholder = Placeholder.of(told.type(), pseudonyms.mark(scope, told.type(), told.value()));
        return WrittenForm.of(text, finding.start(), finding.end()).of(placeholder);
    }

    /** What was found, in order; of findings that overlap the longest stands, then that of the earlier detector. */
    List<Finding> standing(String text, String label) throws PrivacyFailure {
        return found(text, label, 0).stream().map(Detection::finding).toList();
    }

    private List<Detection> found(String text, String label, int depth) throws PrivacyFailure {
        Looked looked = search.look(text, label);
        List<Detection> answers =
                asked == null || depth > 0 || !label.isEmpty() ? List.of() : Answer.in(text, asked, search);
        if (looked.isNothing() && seen == null && answers.isEmpty()) {
            return List.of();
        }
        List<Detection> found = new ArrayList<>(looked.found());
        found.addAll(answers);
        if (seen != null) {
            seen(seen, text, looked.views(), found);
        }
        if (!kept.isEmpty()) {
            found.removeIf(each ->
                    kept.has(text, each.finding().start(), each.finding().end()));
        }
        if (depth < MOST_LAYERS) {
            for (EncodedText encoded : looked.encoded()) {
                within(encoded, label, depth).ifPresent(found::add);
            }
        }
        return Detection.standing(AddressBeforeId.of(found, text));
    }

    private static void seen(SeenDetector seen, String text, List<DecodedText> views, List<Detection> found) {
        seen.find(text, finding -> found.add(new Detection(seen, finding)));
        for (DecodedText view : views) {
            seen.find(view.text(), finding -> found.add(new Detection(seen, view.written(finding))));
        }
    }

    /** An encoded text as a whole, where something is found in it. */
    private Optional<Detection> within(EncodedText encoded, String label, int depth) throws PrivacyFailure {
        List<Detection> inside = found(encoded.text(), label, depth + 1);
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        Finding first = inside.get(0).finding();
        Finding whole = new Finding(first.type(), encoded.start(), encoded.end(), first.value());
        return Optional.of(
                new Detection(inside.get(0).detector(), whole, Optional.of(new FoundInside(encoded, inside))));
    }
}
