package dev.logmill.curation.privacy;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * IP addresses: four decimal bytes (RFC 791), or groups of hex digits with colons (RFC 4291). A version number such as
 * {@code v1.2.3.4} is none, nor is the address of the machine itself.
 */
final class IpDetector implements Detector {
    @Override
    public void find(String text, Consumer<Finding> sink) {
        if (text.indexOf('.') >= 0) {
            v4(text, sink);
        }
        if (text.indexOf(':') >= 0) {
            v6(text, sink);
        }
    }

    private static void v4(String text, Consumer<Finding> sink) {
        int i = 0;
        while (i < text.length()) {
            boolean begins = Letters.isDigit(text.charAt(i))
                    && !Letters.wordBefore(text, i)
                    && (i == 0 || text.charAt(i - 1) != '.');
            int end = begins ? v4End(text, i) : -1;
            if (end > 0) {
                String address = text.substring(i, end);
                if (!address.startsWith("127.") && !address.startsWith("0.") && !address.equals("255.255.255.255")) {
                    sink.accept(new Finding("IP", i, end, address));
                }
                i = end;
            } else {
                i++;
            }
        }
    }

    private static int v4End(String text, int start) {
        int i = start;
        for (int part = 0; part < 4; part++) {
            int digits = 0;
            int value = 0;
            while (i < text.length() && Letters.isDigit(text.charAt(i)) && digits < 4) {
                value = value * 10 + (text.charAt(i) - '0');
                digits++;
                i++;
            }
            if (digits == 0 || digits > 3 || value > 255) {
                return -1;
            }
            if (part < 3 && (i >= text.length() || text.charAt(i++) != '.')) {
                return -1;
            }
        }
        boolean goesOn = Letters.wordAt(text, i)
                || (i + 1 < text.length() && text.charAt(i) == '.' && Letters.isDigit(text.charAt(i + 1)));
        return goesOn ? -1 : i;
    }

    private static void v6(String text, Consumer<Finding> sink) {
        int i = 0;
        while (i < text.length()) {
            if (!isHexOrColon(text.charAt(i))
                    || (i > 0 && (Letters.isWord(text.charAt(i - 1)) || text.charAt(i - 1) == ':'))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && isHexOrColon(text.charAt(end))) {
                end++;
            }
            if (!Letters.wordAt(text, end) && isV6(text.substring(i, end))) {
                sink.accept(new Finding("IP", i, end, text.substring(i, end).toLowerCase(Locale.ROOT)));
            }
            i = end;
        }
    }

    private static boolean isHexOrColon(char c) {
        return c == ':' || (c < 128 && Character.digit(c, 16) >= 0);
    }

    /** Eight groups, or fewer with one gap; a clock time has too few, and a gap alone says nothing. */
    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::") || text.length() < 4) {
            return false;
        }
        int groups = 0;
        for (String group : text.split(":", -1)) {
            if (group.length() > 4) {
                return false;
            }
            groups += group.isEmpty() ? 0 : 1;
        }
        return gap >= 0 ? groups >= 2 && groups <= 7 : groups == 8 && !text.startsWith(":") && !text.endsWith(":");
    }
}
