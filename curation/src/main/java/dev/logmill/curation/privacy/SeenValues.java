package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Lexicon;
import dev.logmill.curation.privacy.detect.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was found in a record or session, as it was written: it is replaced wherever else it stands there, also where nothing
 * around it would tell it. Of a person's name each part that is no ordinary word counts too; and a part alone goes by the whole
 * name, where it is that of one person only (see {@link WholeNames}).
 */
public final class SeenValues {
    private static final String PERSON = "PERSON";
    private static final int SHORTEST = 4;
    private static final int WORD = Lexicon.GIVEN_OR_WORD
            | Lexicon.SURNAME_OR_WORD
            | Lexicon.PLACE_OR_WORD
            | Lexicon.TITLE
            | Lexicon.NO_NAME
            | Lexicon.PARTICLE;

    /** The findings by what was written, each with the place it would have in a text of its own. */
    private final Map<String, Finding> values = new LinkedHashMap<>();

    /** Names too short to be looked for: where one was found it may go by a whole name. */
    private final Map<String, Finding> shortNames = new LinkedHashMap<>();

    private final WholeNames names = new WholeNames();

    /** Takes note of a finding in a text. */
    void add(Finding finding, String text) {
        String written = text.substring(finding.start(), finding.end());
        put(written, finding.type(), finding.value());
        if (finding.type().equals(PERSON)) {
            names.add(finding.value());
            Words words = Words.of(written);
            for (int word = 0; word < words.count(); word++) {
                if (words.written(word) == Words.Case.CAPITAL && !words.is(word, WORD)) {
                    String part = written.substring(words.start(word), words.end(word));
                    put(part, finding.type(), part.toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private void put(String written, String type, String value) {
        if (written.length() >= SHORTEST) {
            values.putIfAbsent(written, new Finding(type, 0, written.length(), value));
        } else if (type.equals(PERSON)) {
            shortNames.putIfAbsent(written, new Finding(type, 0, written.length(), value));
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    Map<String, Finding> values() {
        return values;
    }

    Map<String, Finding> shortNames() {
        return shortNames;
    }

    /** What a finding's placeholder tells of: its value, or the whole name that the value is a part of. */
    String told(Finding finding) {
        return finding.type().equals(PERSON) ? names.of(finding.value()) : finding.value();
    }
}
