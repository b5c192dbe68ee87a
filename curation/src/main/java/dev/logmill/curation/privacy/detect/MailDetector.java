package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Mail addresses: from each at sign outwards, over what RFC 5322 allows without quotes. */
public final class MailDetector implements Detector {
    private static final String LOCAL_MARKS = ".!#$%&'*+/=?^_`{|}~-";

    /** RFC 5321 allows 64; beyond what anybody writes, so that a text of such marks is not gone over again and again. */
    private static final int LONGEST_LOCAL = 256;

    private static final Set<String> UNITS =
            Set.of("service", "socket", "timer", "mount", "target", "slice", "scope", "path", "device", "swap");

    private static final int LONGEST_DOMAIN = 255;

    /** RFC 5321's 64 and the quotes. */
    private static final int LONGEST_QUOTED = 66;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.ats() > 0;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
                start--;
            }
            if (start < at && Letters.isEscape(text, start)) {
                start++;
            }
            while (start < at && !isStart(text.charAt(start))) {
                start++;
            }
            start = behindName(text, start, at);
            // What begins behind an equals sign may be in quotes: WHERE email='ann@example.com'.
            while (start < at && !isStart(text.charAt(start))) {
                start++;
            }
            start = start == at ? quotedStart(text, at) : start;
            int end = domainEnd(text, at + 1);
            if (start < at
                    && end > 0
                    && !isPassword(text, start)
                    && !isRepository(text, start, at, end)
                    && !isUnit(text, at, end)) {
                sink.accept(new Finding(
                        "EMAIL", start, end, text.substring(start, end).toLowerCase(Locale.ROOT)));
            } else {
                SpacedMail.find(text, at, sink);
            }
        }
    }

    /** Where a local part in quotes begins ({@code "ann lee"@example.org}, RFC 5322); the index of the at sign where none does. */
    private static int quotedStart(String text, int at) {
        if (at < 3 || text.charAt(at - 1) != '"' || !Character.isLetterOrDigit(text.charAt(at - 2))) {
            return at;
        }
        int open = at - 2;
        while (open > 0 && at - open < LONGEST_QUOTED && "\"\n".indexOf(text.charAt(open)) < 0) {
            open--;
        }
        boolean begins = text.charAt(open) == '"'
                && Character.isLetterOrDigit(text.charAt(open + 1))
                && (open == 0 || " \n\t<(:,".indexOf(text.charAt(open - 1)) >= 0);
        return begins ? open : at;
    }

    /** git@example.com:team/repository */
    /** A unit of systemd that has an instance: getty@tty2.service. */
    private static boolean isUnit(String text, int at, int end) {
        String domain = text.substring(at + 1, end);
        int dot = domain.indexOf('.');
        return dot == domain.lastIndexOf('.') && UNITS.contains(domain.substring(dot + 1));
    }

    private static boolean isRepository(String text, int start, int at, int end) {
        return at - start == 3
                && text.startsWith("git", start)
                && end + 1 < text.length()
                && ":/".indexOf(text.charAt(end)) >= 0
                && Letters.wordAt(text, end + 1);
    }

    /** Whether the end of a password stands here, as in {@code ftp://ann:s3cret@example.com}: that is {@link UrlDetector}'s. */
    private static boolean isPassword(String text, int start) {
        if (start == 0 || ":@".indexOf(text.charAt(start - 1)) < 0) {
            return false;
        }
        int i = start - 1;
        while (i > 0 && start - i < LONGEST_LOCAL && " \n\r\t\"'<>/?#".indexOf(text.charAt(i)) < 0) {
            i--;
        }
        return i > 1 && text.startsWith("://", i - 2) && text.indexOf(':', i + 1) < start;
    }

    /** Where the address begins behind a folder, or behind the name of a field as in a query: {@code to=ann@example.com}. */
    private static int behindName(String text, int from, int at) {
        int start = from;
        boolean name = true;
        for (int i = from; i + 1 < at; i++) {
            char c = text.charAt(i);
            if ("/?&|".indexOf(c) >= 0 || (c == '=' && name && i > start)) {
                start = i + 1;
                name = true;
            } else {
                // A dot or plus before an equals sign is that of an address that another one is written in.
                name &= Letters.isWord(c) || c == '-';
            }
        }
        return start;
    }

    /** The end of a host name with at least one dot and a last label of two letters or more; -1 where there is none. */
    private static int domainEnd(String text, int from) {
        int end = -1;
        int label = from;
        int i = from;
        while (i <= text.length() && i - from <= LONGEST_DOMAIN) {
            boolean inside = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-');
            if (!inside) {
                if (i == label) {
                    return end;
                }
                if (label > from) {
                    end = Math.max(end, topLevelEnd(text, label, i));
                }
                if (i == text.length() || text.charAt(i) != '.') {
                    return end;
                }
                label = i + 1;
            }
            i++;
        }
        return end;
    }

    /** Where a last label ends: at its end, or at a dash that something else begins with; -1 where it is none. */
    private static int topLevelEnd(String text, int from, int to) {
        if (text.startsWith("xn--", from)) {
            return to;
        }
        int end = from;
        while (end < to && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - from >= 2 && (end == to || text.charAt(end) == '-') ? end : -1;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || LOCAL_MARKS.indexOf(c) >= 0;
    }

    private static boolean isStart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
