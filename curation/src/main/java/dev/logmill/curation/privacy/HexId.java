package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Letters;

/**
 * Ids that most logs are full of and that tell nobody: those of traces (32 hex digits) and spans (16) as in W3C Trace Context,
 * and UUIDs (RFC 9562). What may be a number of a fixed form is left to the detectors: digits alone, and of 16 those that begin
 * as a Belgian IBAN does, with two letters, or an Italian fiscal code, with six.
 */
final class HexId {
    private static final int TRACE = 32;
    private static final int SPAN = 16;
    private static final int UUID = 36;
    private static final int COUNTRY = 2;
    private static final int FISCAL_NAME = 6;

    private HexId() {}

    static boolean is(String id) {
        return switch (id.length()) {
            case TRACE -> isHex(id) && hasLetter(id, 0);
            case SPAN -> isHex(id) && hasLetter(id, COUNTRY) && hasDigit(id, FISCAL_NAME);
            case UUID -> isUuid(id) && hasLetter(id, 0);
            default -> false;
        };
    }

    private static boolean isHex(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (!Letters.isHex(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUuid(String id) {
        for (int i = 0; i < UUID; i++) {
            char c = id.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !Letters.isHex(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(String id, int from) {
        for (int i = from; i < id.length(); i++) {
            if (Letters.isAsciiLetter(id.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(String id, int to) {
        for (int i = 0; i < to; i++) {
            if (Letters.isDigit(id.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
