package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.Lexicon;
import dev.logmill.curation.privacy.detect.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How what was found may be written elsewhere, made of all that was noted: as it was and in its {@linkplain OtherSpellings other spellings}.
 * Of a person's name each part that is no ordinary word counts too; and a part alone goes by the whole name, where it is that of one
 * person only (see {@link WholeNames}), as a part of an address does by the whole.
 */
final class SeenSpellings {
    private static final String PERSON = "PERSON";
    private static final String ADDRESS = "ADDRESS";
    private static final String PHONE = "PHONE";
    private static final String PLACE = "LOCATION";
    private static final String EXPIRY = "EXPIRY";
    private static final String LOGIN = "USERNAME";
    private static final String SECRET = "SECRET";
    private static final int SHORTEST = 4;

    /** Digits of a number that may be a sum, a row or an order just as well. */
    private static final int LONGEST_SHORT = 5;

    private static final int NO_NAME = Lexicon.TITLE | Lexicon.NO_NAME | Lexicon.PARTICLE;
    private static final int WORD = NO_NAME | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME_OR_WORD | Lexicon.PLACE_OR_WORD;

    /** The findings by what was written, each with the place it would have in a text of its own. */
    private final Map<String, Finding> values = new LinkedHashMap<>();

    /** Names too short to be looked for: where one was found it may go by a whole name. */
    private final Map<String, Finding> shortNames = new LinkedHashMap<>();

    /** Given names that are words too: they are somebody with a capital within a sentence. */
    private final Set<String> words = new HashSet<>();

    /** Words that nothing but their surroundings told to be names. */
    private final FramedNames framed = new FramedNames();

    private final WholeNames names = new WholeNames();
    private final WholeAddresses addresses = new WholeAddresses();
    private final WholePhones phones = new WholePhones();

    SeenSpellings(Iterable<SeenValues.Noted> noted) {
        noted.forEach(this::add);
    }

    private void add(SeenValues.Noted noted) {
        if (noted.type().equals(LOGIN) && Lexicon.isEnglish(noted.value())) {
            // Somebody may log in as mark; elsewhere it is a mark.
            return;
        }
        if (noted.type().equals(EXPIRY) || isAnything(noted.written(), noted.type())) {
            // The year in which a card ends is any year elsewhere.
            return;
        }
        if (noted.type().equals(PERSON)) {
            names.add(noted.value());
            addName(noted.written(), noted.value());
            return;
        }
        put(noted.written(), noted.type(), noted.value());
        OtherSpellings.of(noted.finding(), noted.written()).forEach(other -> put(other, noted.type(), noted.value()));
        if (noted.type().equals(ADDRESS)) {
            addresses.add(noted.value());
        } else if (noted.type().equals(PHONE)) {
            phones.add(noted.value(), noted.written());
        }
    }

    /** A postal code or the number of a house (4471), or a plain word that is a town or a firm too (Reading, Next): elsewhere it is anything. */
    private static boolean isAnything(String written, String type) {
        return switch (type) {
            case ADDRESS -> isShortNumber(written);
            case PERSON, SECRET -> false;
            default -> Lexicon.isEnglish(written.toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isShortNumber(String written) {
        return written.length() <= LONGEST_SHORT && written.chars().allMatch(c -> Letters.isDigit((char) c));
    }

    private void addName(String name, String value) {
        Words parts = Words.of(name);
        put(name, value, parts.count() == 1 && FramedNames.isUnlisted(name));
        addParts(name, parts);
    }

    private void addParts(String name, Words parts) {
        boolean known = FramedNames.hasGiven(parts);
        if (parts.count() == 1 && parts.isEnglish(0) && !parts.is(0, Lexicon.GIVEN)) {
            words.add(name);
        }
        for (int word = 0; word < parts.count(); word++) {
            boolean given = word == 0 && parts.is(word, Lexicon.GIVEN_OR_WORD);
            if (parts.written(word) == Words.Case.CAPITAL && !parts.is(word, given ? NO_NAME : WORD)) {
                String part = name.substring(parts.start(word), parts.end(word));
                String value = part.toLowerCase(Locale.ROOT);
                put(part, value, !known && FramedNames.isUnlisted(part));
                if (given && parts.isEnglish(word)) {
                    words.add(part);
                }
            }
        }
    }

    /** Whether a name that was found is a word too, so that with the capital of a sentence's begin it may be nobody. */
    boolean isWord(String written) {
        return words.contains(written);
    }

    /** A name, or a part of one, and how else it may be written. */
    private void put(String name, String value, boolean unlisted) {
        framed.add(name, unlisted);
        put(name, PERSON, value);
        for (String other : OtherSpellings.of(new Finding(PERSON, 0, name.length(), value), name)) {
            if (FramedNames.isSoughtAs(other, unlisted)) {
                framed.add(other, unlisted);
                put(other, PERSON, value);
            }
        }
    }

    /** Whether a name is but a word of code, or of a path, where it stands: see {@link FramedNames}. */
    boolean isCode(String text, int start, int end) {
        return framed.isCode(text, start, end);
    }

    private void put(String written, String type, String value) {
        if (written.length() >= SHORTEST) {
            values.putIfAbsent(written, new Finding(type, 0, written.length(), value));
        } else if (type.equals(PERSON)) {
            shortNames.putIfAbsent(written, new Finding(type, 0, written.length(), value));
        }
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    Map<String, Finding> values() {
        return values;
    }

    Map<String, Finding> shortNames() {
        return shortNames;
    }

    /** What a finding's placeholder tells of: what was found, or the whole name or address that it is a part of. */
    Finding told(Finding finding) {
        return switch (finding.type()) {
            case PERSON -> finding.of(PERSON, names.of(finding.value()));
            case PHONE -> finding.of(PHONE, phones.of(finding.value()));
            case ADDRESS, PLACE ->
                addresses
                        .of(finding.value())
                        .map(whole -> finding.of(ADDRESS, whole))
                        .orElse(finding);
            default -> finding;
        };
    }

    /** The parts of a person's name that alone go by the whole one. */
    List<Finding> partsOf(Finding whole) {
        return whole.type().equals(PERSON)
                ? names.partsOf(whole.value()).stream()
                        .map(part -> whole.of(PERSON, part))
                        .toList()
                : List.of();
    }
}
