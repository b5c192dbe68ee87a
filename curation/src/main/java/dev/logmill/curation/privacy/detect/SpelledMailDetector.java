package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Mail addresses that are written for people alone: {@code ann @ example . com}, ann (at) example (dot) com, ann at example dot com. */
public final class SpelledMailDetector implements Detector {
    private static final List<String> DOTS =
            List.of(" dot ", " (dot) ", " [dot] ", " {dot} ", "(dot)", "[dot]", "{dot}", " . ", ".");
    private static final List<String> ATS =
            List.of(" (at) ", " [at] ", " {at} ", "(at)", "[at]", "{at}", " @ ", " at ");
    private static final List<String> LOCAL_MARKS = List.of(" underscore ", " dash ", " dot ", "(dot)", "[dot]", " . ");

    /** Before "at example dot com" these are said of a place on the web. */
    private static final Set<String> NOBODY = Phrases.of(
            "look|looking|me|us|available|visit|is|are|was|found|find|shop|go|online|site|website|page|here|live|hosted|read"
                    + "|more|register|now|it|them|him|her|you|order|apply|arrive|email|mail|contact|domain");

    private static final int LONGEST = 64;
    private static final int MOST_LABELS = 5;

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        Mentions.Places mentions = scan.mentions().of(Topic.SPELLED_MAIL);
        String text = scan.text();
        int from = 0;
        for (int i = 0; i < mentions.count(); i++) {
            if (mentions.end(i) > from) {
                from = Math.max(from, find(text, mentions.end(i), from, sink));
            }
        }
    }

    /** Looks for an address whose sign of "at" or first dot ends here; gives its end, 0 where none is. */
    private static int find(String text, int mention, int least, Consumer<Finding> sink) {
        int at = before(ATS, text, mention + 1) > 0 ? mention + 1 : mention;
        int atStart = before(ATS, text, at);
        if (atStart < 0) {
            int dot = Math.max(before(DOTS, text, mention), before(DOTS, text, mention + 1));
            at = dot < 0 ? -1 : labelStart(text, dot);
            atStart = at < 0 ? -1 : before(ATS, text, at);
        }
        if (atStart <= least) {
            return 0;
        }
        int local = withGiven(text, localStart(text, atStart, least), atStart, least);
        int end = domainEnd(text, at);
        String name = text.substring(local, atStart);
        boolean word = text.startsWith(" at ", atStart) && NOBODY.contains(name.toLowerCase(Locale.ROOT));
        if (local == atStart || end < 0 || word) {
            return 0;
        }
        String address = plain(name) + "@" + plain(text.substring(at, end));
        sink.accept(new Finding("EMAIL", local, end, address.toLowerCase(Locale.ROOT)));
        return end;
    }

    /** Where one of some marks begins that ends at an index; -1 where none does. */
    private static int before(List<String> marks, String text, int end) {
        for (String mark : marks) {
            if (end <= text.length() && text.regionMatches(true, end - mark.length(), mark, 0, mark.length())) {
                return end - mark.length();
            }
        }
        return -1;
    }

    /** Behind the mark that begins at an index; -1 where none does. */
    private static int behind(List<String> marks, String text, int start) {
        for (String mark : marks) {
            if (text.regionMatches(true, start, mark, 0, mark.length())) {
                return start + mark.length();
            }
        }
        return -1;
    }

    private static int labelStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST && isLabel(text.charAt(start - 1))) {
            start--;
        }
        return start == end ? -1 : start;
    }

    private static int localStart(String text, int end, int least) {
        int start = end;
        boolean more = true;
        while (more && end - start < LONGEST) {
            int part = start;
            while (part > least && end - part < LONGEST && isLocal(text.charAt(part - 1))) {
                part--;
            }
            more = part < start;
            start = part;
            int mark = more ? before(LOCAL_MARKS, text, start) : -1;
            more = mark > least && isLocal(text.charAt(mark - 1));
            start = more ? mark : start;
        }
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** Where it begins with the given name before a surname, as people write who mean a dot: john smith (at) example (dot) com. */
    private static int withGiven(String text, int local, int at, int least) {
        int end = local - 1;
        if (end <= least || text.charAt(end) != ' ' || text.startsWith(" at ", at)) {
            return local;
        }
        int start = labelStart(text, end);
        boolean given = start >= least
                && Lexicon.is(
                        text.substring(start, end).toLowerCase(Locale.ROOT), Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD);
        return given ? start : local;
    }

    /** The end of at least two labels, the last of letters; -1 where none are. */
    private static int domainEnd(String text, int from) {
        int end = -1;
        int label = from;
        for (int labels = 1; labels <= MOST_LABELS; labels++) {
            int last = label;
            boolean letters = true;
            while (last < text.length() && last - label < LONGEST && isLabel(text.charAt(last))) {
                letters &= Letters.isAsciiLetter(text.charAt(last));
                last++;
            }
            if (last == label) {
                return end;
            }
            end = labels > 1 && letters && last - label > 1 ? last : end;
            label = behind(DOTS, text, last);
            if (label < 0) {
                return end;
            }
        }
        return end;
    }

    private static boolean isLabel(char c) {
        return Letters.isAsciiLetter(c) || Letters.isDigit(c) || c == '-';
    }

    private static boolean isLocal(char c) {
        return isLabel(c) || c == '.' || c == '_' || c == '+';
    }

    /** As it would be written otherwise. */
    private static String plain(String spelled) {
        return spelled.toLowerCase(Locale.ROOT)
                .replace(" dot ", ".")
                .replace(" underscore ", "_")
                .replace(" dash ", "-")
                .replace("(dot)", ".")
                .replace("[dot]", ".")
                .replace("{dot}", ".")
                .replace(" ", "");
    }
}
