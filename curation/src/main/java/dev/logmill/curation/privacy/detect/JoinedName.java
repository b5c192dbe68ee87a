package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** What belongs to a name and is written in a way of its own: an Arabic article (al-Sayed), a surname before a comma (O'Shaughnessy, Caoimhe). */
final class JoinedName {
    private static final int LONGEST = 32;

    /** Articles as they sound before the letter behind. */
    private static final String ARTICLE =
            "(?:[Aa]l|[Ee]l|[Aa]d|[Aa]r|[Aa]s|[Aa]sh|[Aa]t|[Aa]z|[Aa]n|[Uu]l|[Uu]d)-\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?";

    private static final Pattern BEHIND = Pattern.compile("^ (?:(?:bin|ibn|bint|abu) )?" + ARTICLE);
    private static final Pattern BEFORE =
            Pattern.compile("(?:" + ARTICLE + "|[OD]['\u2019]\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?), $");

    private JoinedName() {}

    /** Where a name that ends at an index ends with what belongs to it. */
    static int end(String text, int end) {
        if (!text.startsWith(" ", end)) {
            return end;
        }
        Matcher matcher = BEHIND.matcher(text.substring(end, Math.min(text.length(), end + LONGEST)));
        return matcher.find() && !Letters.wordAt(text, end + matcher.end()) ? end + matcher.end() : end;
    }

    /** Where a name that begins at an index begins with the surname before it. */
    static int start(String text, int start) {
        if (start < 2 || text.charAt(start - 1) != ' ' || text.charAt(start - 2) != ',') {
            return start;
        }
        int from = Math.max(0, start - LONGEST);
        Matcher matcher = BEFORE.matcher(text.substring(from, start));
        boolean found = matcher.find() && !Letters.wordBefore(text, from + matcher.start());
        return found ? from + matcher.start() : start;
    }
}
