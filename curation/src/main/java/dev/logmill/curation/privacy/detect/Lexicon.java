package dev.logmill.curation.privacy.detect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which words are given names, surnames and places: lists that the resources of this package hold, with their sources at
 * their heads. Beside them, which words stand around names and addresses. Words are {@linkplain Folded#of folded} before they are looked up.
 */
public final class Lexicon {
    /** A name that parents give. */
    public static final int GIVEN = 1;

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

    /** What the lists above say of names, places and addresses: a word without any of it is one that nobody knows. */
    private static final int LISTED = 2 * BEFORE_PLACE - 1;

    /** Behind the first word of a place of several. */
    static final int PLACE_GOES_ON = 1 << 15;

    /** A given name that is more often that of a thing. */
    static final int MADE = 1 << 16;

    /** A given name that within a sentence is another word with a capital. */
    static final int COMMON = 1 << 17;

    /** The words before it are the name of a firm, a house, a place or a law. */
    static final int ORGANISATION = 1 << 18;

    /** A place that is a given name too, and rather the place. */
    static final int BETTER_KNOWN = 1 << 19;

    /** The name behind it is that of a place: lake, port. */
    static final int LANDSCAPE = 1 << 20;

    /** Before the name of a street: via, rue. */
    static final int STREET_BEFORE = 1 << 21;

    /** Behind the name of a street: street, avenue. */
    static final int STREET_BEHIND = 1 << 22;

    /** The last word before what is called an address. */
    static final int CALLS_ADDRESS = 1 << 23;

    /** The last word before what is called a postal code. */
    static final int CALLS_CODE = 1 << 24;

    /** The last word before whom somebody works for. */
    static final int BEFORE_FIRM = 1 << 25;

    /** The last word before an age, or a word that links it. */
    static final int CALLS_AGE = 1 << 27;

    /** A legal form or a kind of firm, at the end of its name. */
    static final int FIRM_FORM = 1 << 28;

    /** A dash is within: told of the word as it is written, in no list. */
    static final int JOINED = 1 << 26;

    /** A word that every text of some language has; see {@link CommonWords}. */
    static final int COMMON_ELSEWHERE = 1 << 29;

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
        add(NameWords.made(), MADE, flags);
        add(NameWords.common(), COMMON, flags);
        add(NameWords.organisations(), ORGANISATION, flags);
        add(PlaceWords.betterKnown(), BETTER_KNOWN, flags);
        add(PlaceWords.landscapes(), LANDSCAPE, flags);
        add(StreetWords.before(), STREET_BEFORE, flags);
        add(StreetWords.behind(), STREET_BEHIND, flags);
        add(StreetWords.callEnds(), CALLS_ADDRESS, flags);
        add(StreetWords.codeEnds(), CALLS_CODE, flags);
        add(OrganisationWords.lastWords(), BEFORE_FIRM, flags);
        add(OrganisationWords.forms(), FIRM_FORM, flags);
        add(AgeWords.lastWords(), CALLS_AGE, flags);
        add(CommonWords.all(), COMMON_ELSEWHERE, flags);
        return flags;
    }

    private static void add(Set<String> words, int flag, Map<String, Integer> flags) {
        words.forEach(word -> flags.merge(word, flag, (one, other) -> one | other));
    }

    /** Of a marked word the flag is the next one. */
    private static void read(String name, int flag, Map<String, Integer> flags) {
        WordList.read(name, (word, marked) -> {
            flags.merge(word, marked ? 2 * flag : flag, (one, other) -> one | other);
            String[] parts = word.split(" ", -1);
            for (int part = 0; part < parts.length && parts.length > 1; part++) {
                flags.merge(parts[part], part == 0 ? PLACE_BEGINS : PLACE_GOES_ON, (one, other) -> one | other);
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
        return !isListed(folded)
                && folded.indexOf('\'') < 0
                && folded.indexOf('\u2019') < 0
                && !EnglishWords.has(folded);
    }

    /** Whether a word in small letters is one of English, whatever else it may be. */
    public static boolean isEnglish(String small) {
        return EnglishWords.has(small);
    }

    /** Whether a list of names has a word, be it one of English too; and it is no program that is known better. */
    public static boolean isNameAlone(String small) {
        int flags = of(Folded.of(small));
        boolean given = (flags & (GIVEN | GIVEN_OR_WORD)) != 0;
        return given || ((flags & (SURNAME | SURNAME_OR_WORD)) != 0 && (flags & MADE) == 0);
    }

    /** Whether a list of names, of places or of what stands around them has a word. */
    static boolean isListed(String folded) {
        return is(folded, LISTED);
    }

    /** Whether a word has one of some flags. */
    static boolean is(String folded, int flags) {
        return (of(folded) & flags) != 0;
    }
}
