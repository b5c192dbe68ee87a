package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a word and four digits behind a hash are somebody on Discord: "add me NightOwl#0042", "froggo#4821 on discord". With nothing
 * that says so they are an issue or a request of a project, of which agents that write code say much: {@code langfuse#1782}.
 */
final class DiscordTag {
    private static final Set<String> BEFORE = Phrases.of(
            "discord|discord tag|discord name|discord user|add me|dm|dm me|message me|pm me|find me|reach me|ping me|hit me up|my tag|my handle"
                    + "|my username|my user|my nick|gamertag|gamer tag|battletag|battle net|battlenet|friend|friends|friend request|invite"
                    + "|username|nickname|handle|guild|ich bin|mein tag");

    private static final String NETWORK = "discord";

    /** Chars behind a tag in which the network may be named. */
    private static final int REACH = 40;

    private DiscordTag() {}

    static boolean is(String text, int start, int end) {
        String behind = text.substring(end, Math.min(text.length(), end + REACH));
        int line = behind.indexOf('\n');
        String rest = line < 0 ? behind : behind.substring(0, line);
        return rest.toLowerCase(Locale.ROOT).contains(NETWORK)
                || Cues.before(text, start, "").say(BEFORE);
    }
}
