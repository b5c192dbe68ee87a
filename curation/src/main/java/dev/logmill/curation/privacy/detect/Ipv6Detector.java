package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * IPv6 addresses (RFC 4291 §2.2), with an IPv4 tail, a zone or a port too. A clock time, a MAC address, a fingerprint and a
 * name with scopes ({@code ab::cd}) are none, nor is the machine itself ({@code ::1}). One address in two spellings has one
 * value; an IPv4 address in IPv6 form has the value of the former.
 */
public final class Ipv6Detector implements Detector {
    private static final int GROUPS = 8;

    /** Longer than any address with the word before it. */
    private static final int LONGEST = 64;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.colons() >= 2 && signs.digits() > 0;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        int i = 0;
        while (i < text.length()) {
            int colon = text.indexOf(':', i);
            if (colon < 0) {
                return;
            }
            int start = colon;
            while (start > i && Letters.isHex(text.charAt(start - 1)) && colon - start < 5) {
                start--;
            }
            int end = colon;
            int colons = 0;
            while (end < text.length() && isPart(text.charAt(end))) {
                colons += text.charAt(end) == ':' ? 1 : 0;
                end++;
            }
            if (colons >= 2 && end - start <= LONGEST) {
                check(text, start, end, sink);
            }
            i = end;
        }
    }

    private static boolean isPart(char c) {
        return c == ':' || Letters.isHex(c);
    }

    private static void check(String text, int from, int to, Consumer<Finding> sink) {
        int start = from;
        if (Letters.wordBefore(text, from)) {
            // What stands before is a word and its colon, as in "addr:2001:db8::1"; a scope as in "std::dec" is not.
            start = text.indexOf(':', from) + 1;
            if (text.charAt(start) == ':') {
                return;
            }
        } else if (text.charAt(from) == ':' && !text.startsWith("::", from)) {
            start++;
        }
        int end = to;
        if (end < text.length() && text.charAt(end) == '.') {
            int tail = text.lastIndexOf(':', end - 1) + 1;
            int v4 = IpDetector.end(text, tail);
            end = v4 > 0 ? v4 : end;
        }
        if (text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2)) {
            end--;
        }
        if (start >= end || Letters.wordAt(text, end)) {
            return;
        }
        String written = text.substring(start, end);
        String[] groups = written.split(":", -1);
        if (groups.length == GROUPS + 1 && !written.contains("::")) {
            // Nine groups: a word that happens to be hex before it, or a port behind it.
            boolean word = !hasDigit(groups[0]);
            start += word ? groups[0].length() + 1 : 0;
            end -= word ? 0 : groups[GROUPS].length() + 1;
            written = text.substring(start, end);
        }
        String value = value(written);
        if (value != null) {
            sink.accept(new Finding("IP", start, zoneEnd(text, written, end), value));
        }
    }

    /** The address with all its groups, in lower case without leading zeros; nothing where it is none. */
    private static @Nullable String value(String written) {
        String address = written.toLowerCase(Locale.ROOT);
        int gap = address.indexOf("::");
        if (gap != address.lastIndexOf("::") || !hasDigit(address)) {
            return null;
        }
        int tail = address.lastIndexOf(':') + 1;
        boolean v4 = address.indexOf('.') >= 0;
        if (v4 && address.startsWith("::ffff:")) {
            String mapped = address.substring(tail);
            return tail == 7 && !IpDetector.isNobody(mapped) ? mapped : null;
        }
        String[] head = groups(gap < 0 ? address : address.substring(0, gap));
        String[] rest = gap < 0 ? new String[0] : groups(address.substring(gap + 2));
        int known = head.length + rest.length + (v4 ? 1 : 0);
        boolean complete = gap < 0 ? known == GROUPS : known >= 2 && known < GROUPS;
        if (!complete || !areGroups(head, v4 && gap < 0) || !areGroups(rest, v4)) {
            return null;
        }
        List<String> written8 = Arrays.asList(head);
        boolean likely = gap < 0
                ? written8.stream().anyMatch(group -> group.length() > 2)
                : known >= 4 || (head.length > 0 && isGlobalOrLocal(head[0]));
        return likely ? joined(head, GROUPS - known, rest) : null;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Letters.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean areGroups(String[] groups, boolean v4Tail) {
        for (int i = 0; i < groups.length; i++) {
            boolean tail = v4Tail && i == groups.length - 1;
            if (!tail && (groups[i].isEmpty() || groups[i].length() > 4)) {
                return false;
            }
        }
        return true;
    }

    /** 2000::/3, fc00::/7, fe80::/10, ff00::/8 and the translation prefix 64:ff9b::/96. */
    private static boolean isGlobalOrLocal(String group) {
        boolean four = group.length() == 4;
        return group.equals("64")
                || (four && (group.charAt(0) == '2' || group.charAt(0) == '3'))
                || (four && group.charAt(0) == 'f' && group.charAt(1) >= 'c');
    }

    private static String joined(String[] head, int zeros, String[] rest) {
        StringBuilder value = new StringBuilder();
        for (String group : head) {
            value.append(shortest(group)).append(':');
        }
        value.append("0:".repeat(zeros));
        for (String group : rest) {
            value.append(shortest(group)).append(':');
        }
        return value.substring(0, value.length() - 1);
    }

    private static String shortest(String group) {
        int i = 0;
        while (i + 1 < group.length() && group.charAt(i) == '0') {
            i++;
        }
        return group.substring(i);
    }

    /** Behind a zone such as {@code %eth0}, which only a link-local address has (RFC 4007). */
    private static int zoneEnd(String text, String written, int end) {
        int i = end;
        if (i < text.length() && text.charAt(i) == '%' && written.regionMatches(true, 0, "fe80", 0, 4)) {
            i++;
            while (Letters.wordAt(text, i)) {
                i++;
            }
        }
        return i;
    }
}
