package dev.logmill.curation.privacy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the end of a text asks for: "To verify you, please tell me your date of birth." asks for a date of birth.
 *
 * @param sentence the question or request as it was written
 * @param things what may be asked for, in small letters and the likeliest first; never empty
 */
record Asked(String sentence, List<String> things) {
    /** Chars of the text's end that are looked at. */
    private static final int REACH = 300;

    private static final int MOST_SENTENCES = 3;
    private static final int MOST_THINGS = 4;

    /** Words of a question that only names what it asks for: "Date of birth?" */
    private static final int MOST_BARE = 4;

    private static final List<String> REQUESTS = List.of(
            "please",
            "enter",
            "provide",
            "tell me",
            "give me",
            "confirm",
            "share",
            "need",
            "bitte",
            "veuillez",
            "por favor",
            "per favore");
    private static final Set<String> OF_WHO_IS_ASKED = Set.of(
            "your", "ihr", "ihre", "ihren", "ihrer", "dein", "deine", "deinen", "votre", "vos", "ton", "ta", "tu", "su",
            "suo", "sua", "tuo", "tua", "seu", "uw", "jouw", "je");
    private static final Set<String> OF_ANYBODY = Set.of(
            "the", "my", "mein", "meine", "meinen", "das", "die", "den", "el", "la", "le", "il", "mi", "mon", "ma");

    /** What goes on behind the thing: "the phone number for your account". */
    private static final List<String> BEHIND =
            List.of(" as ", " so ", " for ", " to ", " that ", " on ", " in ", " we ", " please", " again", " (", ":");

    Asked {
        things = List.copyOf(things);
    }

    /**
     * What a text asks for.
     *
     * @param ofPerson a person is asked and may be asked for what is theirs; what an agent has is nobody's
     */
    static Optional<Asked> by(String text, boolean ofPerson) {
        String end = text.substring(Math.max(0, text.length() - REACH)).strip();
        for (int i = 0; i < MOST_SENTENCES && !end.isEmpty(); i++) {
            int start = sentenceStart(end);
            String sentence = end.substring(start).strip();
            if (asks(sentence)) {
                List<String> things = things(sentence.toLowerCase(Locale.ROOT), ofPerson);
                if (!things.isEmpty()) {
                    return Optional.of(new Asked(sentence, things));
                }
            }
            end = end.substring(0, start).strip();
        }
        return Optional.empty();
    }

    private static int sentenceStart(String text) {
        for (int i = text.length() - 2; i > 0; i--) {
            char c = text.charAt(i - 1);
            if (c == '\n' || (".?!".indexOf(c) >= 0 && Character.isWhitespace(text.charAt(i)))) {
                return i;
            }
        }
        return 0;
    }

    private static boolean asks(String sentence) {
        String small = sentence.toLowerCase(Locale.ROOT);
        return sentence.endsWith("?") || REQUESTS.stream().anyMatch(small::contains);
    }

    private static List<String> things(String sentence, boolean ofPerson) {
        if (!ofPerson && List.of(words(sentence)).stream().anyMatch(OF_WHO_IS_ASKED::contains)) {
            return List.of();
        }
        Set<String> things = new LinkedHashSet<>();
        String[] clauses = sentence.split(", ", -1);
        for (int i = clauses.length - 1; i >= 0 && things.isEmpty(); i--) {
            addOf(clauses[i], things);
        }
        if (things.isEmpty() && sentence.endsWith("?") && words(sentence).length <= MOST_BARE) {
            add(sentence, things);
        }
        return things.stream().limit(MOST_THINGS).toList();
    }

    /** What stands behind the first word that says whose it is, and behind the last one. */
    private static void addOf(String clause, Set<String> things) {
        List<String> words = List.of(words(clause));
        int first = -1;
        int last = -1;
        for (int i = 0; i + 1 < words.size(); i++) {
            if (OF_WHO_IS_ASKED.contains(words.get(i)) || OF_ANYBODY.contains(words.get(i))) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (last >= 0) {
            addBehind(words, first, things);
            addBehind(words, last, things);
        }
    }

    private static void addBehind(List<String> words, int whose, Set<String> things) {
        add(String.join(" ", words.subList(whose + 1, words.size())), things);
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+", -1);
    }

    private static void add(String thing, Set<String> things) {
        int end = thing.length();
        for (String behind : BEHIND) {
            int at = thing.indexOf(behind);
            end = at > 0 ? Math.min(end, at) : end;
        }
        while (end > 0 && !Character.isLetterOrDigit(thing.charAt(end - 1))) {
            end--;
        }
        for (String each : thing.substring(0, end).split(" and | und | et | y | e ", -1)) {
            if (!each.isBlank()) {
                things.add(each);
            }
        }
    }
}
