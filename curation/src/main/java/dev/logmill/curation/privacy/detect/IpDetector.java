package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * IPv4 addresses: four decimal bytes (RFC 791). A version number such as {@code v1.2.3.4} or {@code 1.2.3.4.5} is none, nor
 * is the address of the machine itself. Those of version 6 are {@link Ipv6Detector}'s.
 */
public final class IpDetector implements Detector {
    private static final Set<String> VERSION_WORDS = Phrases.of(
            "version|release|build|ver|v|section|chapter|clause|article|appendix|oid|nginx|curl|okhttp|wget|openssl|python|java|php");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.dots() >= 3 && signs.digits() >= 4;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        if (Label.of(label).isVersion()) {
            return;
        }
        String text = scan.text();
        for (int run = 0; run + 3 < scan.runs(); run++) {
            int start = scan.start(run);
            int end = begins(scan, run) ? end(text, start) : -1;
            if (end > 0) {
                String address = text.substring(start, end);
                if (!isNobody(address) && !isVersion(text, start)) {
                    sink.accept(new Finding("IP", start, end, address));
                }
                run += 3;
            }
        }
    }

    private static boolean begins(Scan scan, int run) {
        String text = scan.text();
        int start = scan.start(run);
        return scan.end(run) + 1 == scan.start(run + 1)
                && text.charAt(scan.end(run)) == '.'
                && !Letters.wordBefore(text, start)
                && (start == 0 || text.charAt(start - 1) != '.');
    }

    /** Whether an address is that of the machine itself, of none or of all. */
    static boolean isNobody(String address) {
        return address.startsWith("127.") || address.startsWith("0.") || address.equals("255.255.255.255");
    }

    /** Where the address ends that begins here; -1 where none does. */
    static int end(String text, int start) {
        int i = start;
        for (int part = 0; part < 4; part++) {
            int from = i;
            int value = 0;
            while (Letters.digitAt(text, i) && i - from < 4) {
                value = value * 10 + (text.charAt(i) - '0');
                i++;
            }
            int digits = i - from;
            boolean padded = digits > 1 && text.charAt(from) == '0';
            if (digits == 0 || digits > 3 || value > 255 || padded) {
                return -1;
            }
            if (part < 3 && (i >= text.length() || text.charAt(i++) != '.')) {
                return -1;
            }
        }
        boolean goesOn =
                Letters.wordAt(text, i) || (i < text.length() && text.charAt(i) == '.' && Letters.digitAt(text, i + 1));
        return goesOn ? -1 : i;
    }

    /** Chrome/120.0.0.0: programs have a capital and small letters, unlike hosts. */
    private static boolean isNamed(String text, int word) {
        return Character.isUpperCase(text.charAt(word)) && Character.isLowerCase(text.charAt(word + 1));
    }

    private static boolean isVersion(String text, int start) {
        int end = start;
        while (end > 0 && " :=\"/".indexOf(text.charAt(end - 1)) >= 0 && start - end < 4) {
            end--;
        }
        int word = end;
        while (word > 0 && Letters.isAsciiLetter(text.charAt(word - 1)) && end - word < 8) {
            word--;
        }
        boolean agent = end == start - 1 && text.charAt(end) == '/';
        return (agent && word + 1 < end && isNamed(text, word))
                || VERSION_WORDS.contains(text.substring(word, end).toLowerCase(Locale.ROOT));
    }
}
