package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * IPv4 addresses: four decimal bytes (RFC 791). A version number such as {@code v1.2.3.4} or {@code 1.2.3.4.5} is none, nor
 * is the address of the machine itself. Those of version 6 are {@link Ipv6Detector}'s.
 */
public final class IpDetector implements Detector {
    private static final Set<String> VERSION_WORDS = Phrases.of(
            "version|fileversion|since|release|build|ver|v|section|chapter|clause|article|appendix|oid|workflow|plugin|package|firmware|sdk|kernel|chrome|firefox|safari|chromium|tag|wheel|gem|nginx|curl|okhttp|wget|openssl|python|java|php");

    private static final List<String> UPGRADES = List.of("upgrade ", "upgrades ", "upgraded ", "upgrading ");

    /** A dot as it is written so that nobody opens the address. */
    private static final String BROKEN = "[.]";

    private static final int LONGEST_WORD = 12;

    private static final Set<String> HOSTS = Set.of(
            "ip",
            "addr",
            "address",
            "host",
            "hostname",
            "server",
            "src",
            "dst",
            "source",
            "destination",
            "peer",
            "client",
            "remote");

    private static final List<String> FILES = List.of(
            ".jar", ".war", ".whl", ".zip", ".tar", ".tgz", ".deb", ".rpm", ".msi", ".exe", ".dll", ".nupkg", ".gem");

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
        int version = -1;
        for (int run = 0; run + 3 < scan.runs(); run++) {
            int start = scan.start(run);
            int end = begins(scan, run) ? end(text, start) : -1;
            if (end > 0) {
                String address = text.substring(start, end).replace(BROKEN, ".");
                if (isVersion(text, start)
                        || isSection(text, start)
                        || (version > 0 && text.substring(version, start).equals(" to "))) {
                    version = end;
                } else if (!isNobody(address)) {
                    sink.accept(new Finding("IP", start, end, address));
                }
                run += 3;
            }
        }
    }

    private static boolean begins(Scan scan, int run) {
        String text = scan.text();
        int start = scan.start(run);
        return behindDot(text, scan.end(run)) == scan.start(run + 1)
                && !Letters.wordBefore(text, start)
                && (start == 0 || text.charAt(start - 1) != '.');
    }

    /** Whether an address is that of the machine itself, of none or of all, or a mask. */
    static boolean isNobody(String address) {
        return address.startsWith("127.") || address.startsWith("0.") || address.startsWith("255.");
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
            i = part < 3 ? behindDot(text, i) : i;
            if (i < 0) {
                return -1;
            }
        }
        boolean goesOn =
                Letters.wordAt(text, i) || (i < text.length() && text.charAt(i) == '.' && Letters.digitAt(text, i + 1));
        return goesOn ? -1 : i;
    }

    /** Behind the dot that stands here, or the one in brackets so that nobody opens the address; -1 where none does. */
    private static int behindDot(String text, int index) {
        if (text.startsWith(BROKEN, index)) {
            return index + BROKEN.length();
        }
        return text.startsWith(".", index) ? index + 1 : -1;
    }

    /** Chrome/120.0.0.0: programs have a capital and small letters, unlike hosts. */
    private static boolean isNamed(String text, int word) {
        return Character.isUpperCase(text.charAt(word)) && Character.isLowerCase(text.charAt(word + 1));
    }

    /** "Upgrade from 9.12.0.3 to 10.1.0.2". */
    private static boolean isUpgraded(String text, int word) {
        boolean way = text.startsWith("from", word) || text.startsWith("to", word);
        String before = text.substring(Math.max(0, word - LONGEST_WORD), word).toLowerCase(Locale.ROOT);
        return way && UPGRADES.stream().anyMatch(before::endsWith);
    }

    /** rfc5280#section-4.1.1.1, figure-2.1.3.4: a part of a document. */
    private static boolean isSection(String text, int start) {
        return Stream.of("section-", "sec-", "appendix-", "figure-", "table-", "chapter-", "page-")
                .anyMatch(part -> text.regionMatches(true, start - part.length(), part, 0, part.length()));
    }

    /** Whether the end of a file of a program stands behind, or that it is out. */
    private static boolean isOfRelease(String text, int start) {
        int end = end(text, start);
        boolean file = start > 1 && text.charAt(start - 1) == '-' && Letters.wordBefore(text, start - 1);
        return (file && FILES.stream().anyMatch(ending -> text.startsWith(ending, end)))
                || text.startsWith(" released", end)
                || text.startsWith(" is out", end);
    }

    private static boolean isVersion(String text, int start) {
        int end = start;
        while (end > 0 && " :=\"/".indexOf(text.charAt(end - 1)) >= 0 && start - end < 4) {
            end--;
        }
        int word = end;
        while (word > 0 && Letters.isAsciiLetter(text.charAt(word - 1)) && end - word < LONGEST_WORD) {
            word--;
        }
        // A requirement: brotlicffi>=1.2.0.2, requests ~=2.0.0.1.
        if (end > 0 && end < start && "<>~".indexOf(text.charAt(end - 1)) >= 0 && text.charAt(end) == '=') {
            return true;
        }
        // numpy==3.10.0.5, foo-1.2.3.4.jar, log4j 2.17.1.3 released.
        boolean required = text.startsWith("==", end)
                && Letters.wordBefore(text, end)
                && !HOSTS.contains(text.substring(word, end).toLowerCase(Locale.ROOT));
        if (required || isOfRelease(text, start)) {
            return true;
        }
        boolean agent = end == start - 1 && text.charAt(end) == '/';
        return (agent && word + 1 < end && isNamed(text, word))
                || VERSION_WORDS.contains(text.substring(word, end).toLowerCase(Locale.ROOT))
                || isUpgraded(text, word);
    }
}
