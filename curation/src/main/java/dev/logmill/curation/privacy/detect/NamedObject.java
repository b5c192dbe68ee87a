package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The "name" of an object of JSON that is somebody, as the keys beside or the key above tell: {"from":{"name":"Peter Brown"}}. */
final class NamedObject {
    private static final int REACH = 160;

    /** Keys of people, which are never those of a thing that has a given name and a surname. */
    private static final Set<String> PARTIES = Phrases.of(
            "from|to|assignee|reporter|requester|requestor|caller|contact|owner|customer|client|patient|employee|agent"
                    + "|sender|recipient|author|user|manager|approver|reviewer|submitter|guest|passenger|driver");

    private static final List<String> BESIDE =
            List.of("\"email", "\"e_mail", "\"e-mail", "\"phone", "\"mobile", "\"address", "\"dob", "\"date_of_birth");

    private NamedObject() {}

    /** Whether two words that can be a name are the value of such a key. */
    static boolean is(String text, Words words, int from) {
        if (from == 0 || !isValue(words, from)) {
            return false;
        }
        String key = words.folded(from - 1);
        boolean above = from > 1 && words.behind(from - 2).indexOf('{') > 0 && PARTIES.contains(words.folded(from - 2));
        return PARTIES.contains(key) || (key.equals("name") && (above || isToldBeside(text, words, from)));
    }

    private static boolean isValue(Words words, int from) {
        String before = words.behind(from - 1).replace(" ", "");
        return before.equals("\":\"") && words.behind(from + 1).startsWith("\"");
    }

    /** Whether the object has a mail, a phone, an address or a birth, too. */
    private static boolean isToldBeside(String text, Words words, int from) {
        int start = words.start(from);
        String before = text.substring(Math.max(0, start - REACH), start);
        int end = words.end(from + 1);
        String behind = text.substring(end, Math.min(text.length(), end + REACH));
        int close = behind.indexOf('}');
        String object =
                before.substring(before.lastIndexOf('{') + 1) + (close < 0 ? behind : behind.substring(0, close));
        String small = object.toLowerCase(Locale.ROOT);
        return BESIDE.stream().anyMatch(small::contains);
    }
}
