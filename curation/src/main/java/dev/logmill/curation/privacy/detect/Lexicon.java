package dev.logmill.curation.privacy.detect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which words are given names, surnames and places: lists that the resources of this package hold, with their sources at
 * their heads. Beside them, which words stand around names and addresses. Words are {@linkplain Words#fold folded} before they are looked up.
 */
public final class Lexicon {
    /** A name that parents give. */
    static final int GIVEN = 1;

    /** A given name that is also an ordinary word or a place. */
    public static final int GIVEN_OR_WORD = 2;

    /** A name that families have. */
    static final int SURNAME = 4;

    /** A surname that is also an ordinary word or a place. */
    public static final int SURNAME_OR_WORD = 8;

    /** A country, a state, a city. */
    static final int PLACE = 16;

    /** A place that is also an ordinary word or a given name. */
    public static final int PLACE_OR_WORD = 32;

    /** The first word of a place of several. */
    static final int PLACE_BEGINS = 64;

    /** Before a name: Mrs, Dr. */
    public static final int TITLE = 128;

    /** The last word of what introduces a name. */
    static final int INTRODUCES = 256;

    /** In small letters within a name: van, de. */
    public static final int PARTICLE = 512;

    /** With a capital often enough, and never a part of a name. */
    public static final int NO_NAME = 1024;

    /** A word of addresses. */
    static final int STREET = 2048;

    /** The last word of what tells where somebody lives. */
    static final int LIVED = 4096;

    /** A nationality, a religion or the like. */
    static final int PEOPLE = 8192;

    /** A preposition that places stand behind: in, from. */
    static final int BEFORE_PLACE = 16_384;

    private static final WordTable WORDS = new WordTable(flags());

    /** Words that texts had lately, in the lists or not: most words of a text are few, and so need neither copy nor search. */
    private static final RecentWords RECENT = new RecentWords();

    private Lexicon() {}

    private static Map<String, Integer> flags() {
        Map<String, Integer> flags = new HashMap<>();
        read("given-names.txt", GIVEN, flags);
        read("surnames.txt", SURNAME, flags);
        read("places.txt", PLACE, flags);
        add(NameWords.titles(), TITLE, flags);
        add(NameCues.lastWords(), INTRODUCES, flags);
        add(NameWords.particles(), PARTICLE, flags);
        add(NameWords.noNames(), NO_NAME, flags);
        add(Peoples.nations(), NO_NAME, flags);
        add(Peoples.nations(), PEOPLE, flags);
        add(Peoples.beliefs(), PEOPLE, flags);
        add(StreetWords.all(), STREET, flags);
        add(PlaceWords.lastWords(), LIVED, flags);
        add(PlaceDetector.prepositions(), BEFORE_PLACE, flags);
        return flags;
    }

    private static void add(Set<String> words, int flag, Map<String, Integer> flags) {
        words.forEach(word -> flags.merge(word, flag, (one, other) -> one | other));
    }

    /** Of a marked word the flag is the next one. */
    private static void read(String name, int flag, Map<String, Integer> flags) {
        WordList.read(name, (word, marked) -> {
            flags.merge(word, marked ? 2 * flag : flag, (one, other) -> one | other);
            int space = word.indexOf(' ');
            if (space > 0) {
                flags.merge(word.substring(0, space), PLACE_BEGINS, (one, other) -> one | other);
            }
        });
    }

    /** What a folded word is, as a sum of the flags; 0 for any other. */
    static int of(String folded) {
        return WORDS.flags(folded);
    }

    /** A folded word. */
    static KnownWord word(String folded) {
        return new KnownWord(folded, of(folded));
    }

    /** The word of ASCII that stands between two indices of a text in small letters and has this hash. */
    static KnownWord word(char[] small, int start, int end, int hash) {
        KnownWord recent = RECENT.find(small, start, end, hash);
        return recent == null ? RECENT.put(hash, search(small, start, end, hash)) : recent;
    }

    private static KnownWord search(char[] small, int start, int end, int hash) {
        KnownWord listed = WORDS.find(small, start, end, hash);
        return listed == null ? new KnownWord(new String(small, start, end - start), 0) : listed;
    }

    /** Whether no list has a word and it is no English one: a name of somewhere, or of a thing. */
    static boolean isUnknown(String folded) {
        return of(folded) == 0 && folded.indexOf('\'') < 0 && folded.indexOf('\u2019') < 0 && !EnglishWords.has(folded);
    }

    /** Whether a word has one of some flags. */
    static boolean is(String folded, int flags) {
        return (of(folded) & flags) != 0;
    }
}
