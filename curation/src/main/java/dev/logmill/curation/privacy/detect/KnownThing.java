package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What everybody knows by a word that is a given name too: rivers, plays, virtues in a row, languages that are spoken. */
final class KnownThing {
    private static final String RIVER = "river ";
    private static final String MAC = "macos ";

    /** Behind "the", or behind "River". */
    private static final Set<String> RIVERS = Phrases.of(
            "thames|rhine|rhone|rhône|tyne|mersey|avon|ouse|dee|wye|forth|humber|nile|jordan|shannon|clyde|tiber|ganges|danube|indus|severn|volga|loire|seine|orinoco|amazon|trent");

    /** Each as a whole, whichever of its words is asked for. */
    private static final List<String> PHRASES = List.of(
            "romeo and juliet",
            "romeo & juliet",
            "roméo et juliette",
            "romeo und julia",
            "romeo y julieta",
            "tristan and isolde",
            "antony and cleopatra",
            "std dev",
            "std. dev",
            "mac os x",
            "berkeley db",
            "vera font",
            "bitstream vera",
            "vera sans",
            "vera serif",
            "gibson les paul",
            "vera sans mono",
            "princeton wordnet",
            "commons lang",
            "geba karen",
            "border kuna",
            "faith, hope and charity",
            "faith, hope, and charity",
            "faith, hope and love",
            "faith, hope, and love");

    private static final Set<String> PLAYS = Phrases.of("hamlet|macbeth|othello");
    private static final List<String> ENDS = List.of(
            "-speaking",
            "-born",
            "-language",
            "-style",
            "-specific",
            "-based",
            "-like",
            "-only",
            "-aware",
            "-compatible",
            "-dependent",
            "-safe",
            "-driven",
            "-related",
            "-friendly",
            "-powered",
            "-traversal");

    /** Who writes to whom in texts about keys and protocols; one of them alone may be somebody. */
    private static final Set<String> OF_PROTOCOLS = Set.of("alice", "bob", "carol", "eve", "mallory");

    private static final List<String> OF_KEYS = List.of(
            " key",
            " secret",
            "protocol",
            "encrypt",
            "decrypt",
            "channel",
            "signature",
            "transaction",
            " coin",
            "nonce",
            "handshake",
            "cipher");
    private static final int REACH = 160;

    private KnownThing() {}

    /** Whether the name that stands between two indices of a text is one. */
    static boolean is(String text, int start, int end) {
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        return (RIVERS.contains(name) && text.regionMatches(true, start - 4, "the ", 0, 4))
                || (name.startsWith(RIVER) && RIVERS.contains(name.substring(RIVER.length())))
                || isOfMicrosoft(text, start, name)
                || isSystem(text, start)
                || KnownRegion.is(text, start, end, name)
                || PLAYS.contains(name)
                || (OF_PROTOCOLS.contains(name) && isOfProtocol(text, start, end))
                || ENDS.stream().anyMatch(name::endsWith)
                || PHRASES.stream().anyMatch(phrase -> isIn(phrase, text, name, start));
    }

    /** "Alice sends Bob her public key": both in one line, without surnames, that tells of keys or the like. */
    private static boolean isOfProtocol(String text, int start, int end) {
        String line = text.substring(Letters.lineStart(text, start, REACH), Letters.lineEnd(text, end, REACH));
        return isAlone(line, "Alice")
                && isAlone(line, "Bob")
                && OF_KEYS.stream().anyMatch(line::contains);
    }

    /** Whether a name is in a line with no other word with a capital behind it. */
    private static boolean isAlone(String line, String name) {
        int behind = line.indexOf(name) + name.length();
        return behind >= name.length()
                && !(behind + 1 < line.length()
                        && line.charAt(behind) == ' '
                        && Character.isUpperCase(line.charAt(behind + 1)));
    }

    /** MS Office, MS Crypto API, in capitals: a woman is Ms. */
    private static boolean isOfMicrosoft(String text, int start, String name) {
        if (!name.startsWith("ms ") || !text.startsWith("MS ", start)) {
            return false;
        }
        int end = name.indexOf(' ', 3);
        return EnglishWords.has(name.substring(3, end < 0 ? name.length() : end)) || name.contains(" api");
    }

    /** macOS Ventura: what Apple calls a version. */
    private static boolean isSystem(String text, int start) {
        return text.regionMatches(true, start - MAC.length(), MAC, 0, MAC.length());
    }

    private static boolean isIn(String phrase, String text, String name, int start) {
        int at = phrase.indexOf(name);
        return at >= 0 && text.regionMatches(true, start - at, phrase, 0, phrase.length());
    }
}
