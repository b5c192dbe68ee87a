package dev.logmill.curation.privacy.detect;

import java.util.List;

/** Whether a hardware address is one of a group of receivers, by the lowest bit of its first byte: 01:00:5e:00:00:fb. */
final class MacGroup {
    /**
     * How those of groups begin that protocols know, and those of all and of nobody: multicast of IPv4 (RFC 1112) and IPv6 (RFC 2464),
     * bridges (IEEE 802.1D), Cisco's protocols, clocks (IEEE 1588), ISO's routers.
     */
    private static final List<String> KNOWN = List.of(
            "ffffffffffff",
            "000000000000",
            "01005e",
            "3333",
            "0180c2",
            "01000c",
            "011b19",
            "010ccd",
            "09002b",
            "030000");

    private MacGroup() {}

    static boolean is(String hex) {
        return (Character.digit(hex.charAt(1), 16) & 1) == 1;
    }

    /** Whether it names no device for sure. */
    static boolean isKnown(String hex) {
        return KNOWN.stream().anyMatch(hex::startsWith);
    }
}
