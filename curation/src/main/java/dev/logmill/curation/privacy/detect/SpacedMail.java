package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A mail address with a space beside its sign, as one is mistyped: ann.lee@ example.com, ann.lee @example.com. Two words with a
 * dot or an underscore between stand before, and behind a domain that ends as most do: a handle and a sentence have neither.
 */
final class SpacedMail {
    private static final Set<String> ENDS =
            Phrases.of("com|org|net|edu|gov|info|biz|eu|de|fr|es|it|nl|be|pl|uk|ie|se|no|dk|fi|at|ch"
                    + "|pt|cz|hu|ro|gr|in|br|mx|ar|cl|ca|au|nz|jp|kr|cn|sg|za|ng|ke|tr|ru|ua|il");
    private static final int LONGEST = 64;

    private SpacedMail() {}

    /** Tells the one whose sign stands at an index, if a space is beside it on one side. */
    static void find(String text, int at, Consumer<Finding> sink) {
        int localEnd = at > 1 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        int domain = text.startsWith(" ", at + 1) ? at + 2 : at + 1;
        boolean one = (localEnd < at) != (domain > at + 1);
        int start = one ? localStart(text, localEnd) : localEnd;
        int end = start < localEnd ? domainEnd(text, domain) : -1;
        if (end > 0) {
            String address = text.substring(start, localEnd) + "@" + text.substring(domain, end);
            sink.accept(new Finding("EMAIL", start, end, address.toLowerCase(Locale.ROOT)));
        }
    }

    /** Where two words with one mark between begin that end here; the end where none do. */
    private static int localStart(String text, int end) {
        int digits = end;
        while (digits > 0 && Letters.digitAt(text, digits - 1)) {
            digits--;
        }
        int second = wordStart(text, digits);
        boolean marked = second > 1 && digits - second > 1 && "._".indexOf(text.charAt(second - 1)) >= 0;
        int first = marked ? wordStart(text, second - 1) : second;
        return marked && second - 1 - first > 0 && !Letters.wordBefore(text, first) ? first : end;
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST && Letters.isAsciiLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The end of two labels or more, the last of them a usual one; -1 where none are. */
    private static int domainEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && isOfDomain(text.charAt(end))) {
            end++;
        }
        while (end > start && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int last = text.lastIndexOf('.', end - 1);
        boolean domain =
                last > start && ENDS.contains(text.substring(last + 1, end).toLowerCase(Locale.ROOT));
        return domain && Letters.isAsciiLetter(text.charAt(start)) ? end : -1;
    }

    private static boolean isOfDomain(char c) {
        return Letters.isAsciiLetter(c) || Letters.isDigit(c) || c == '-' || c == '.';
    }
}
