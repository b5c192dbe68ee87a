package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether what stands where a secret would is one. */
final class SecretValue {
    static final int LEAST_CHOSEN = 4;
    private static final int LEAST_RANDOM = 12;
    static final double LEAST_BITS = 3.0;
    private static final int LEAST_MIXED = 6;
    private static final int LEAST_STRONG = 8;
    private static final int LEAST_KEY = 32;
    private static final double LEAST_BITS_OF_KEY = 4.0;
    private static final int LEAST_SEED = 16;
    private static final int LEAST_ODD = 8;

    /** Chars of passwords that names, versions and paths have none of. */
    private static final String MARKS = "!#$%^&*?~+";

    /** What is written where a secret would be. */
    private static final Set<String> EXAMPLES =
            Phrases.of("string|null|none|true|false|password|secret|example|changeme|required|optional|redacted"
                    + "|hidden|undefined|empty|your|test|token|value|the|and|reset|field|invalid|incorrect"
                    + "|correct|wrong|must");

    /** What is said of how a password is kept or made: "the password is base64 encoded", "is 12-characters". */
    private static final List<String> ALGORITHMS = List.of(
            "sha", "md5", "base64", "bcrypt", "argon2", "scrypt", "pbkdf2", "aes", "rsa", "utf", "oauth", "hmac", "crc",
            "x509", "ntlm", "wpa2", "wpa3");

    private SecretValue() {}

    /** Whether what people choose themselves, or only what looks random, is one here. */
    static boolean isOne(String value, boolean chosen, boolean quoted) {
        return chosen
                ? isSecret(value, LEAST_CHOSEN) && (quoted || looksChosen(value))
                : looksRandom(value) && isSecret(value, LEAST_RANDOM) && Entropy.of(value) >= LEAST_BITS;
    }

    /** Whether it is long enough and none of what stands where a secret would. */
    static boolean isSecret(String value, int least) {
        if (value.length() < least || isMask(value)) {
            return false;
        }
        String small = value.toLowerCase(Locale.ROOT);
        // "if password is None:" ends with what code goes on with.
        String word = small.endsWith(":") ? small.substring(0, small.length() - 1) : small;
        return !SecretReference.is(small)
                && !small.contains("example")
                && !small.contains("placeholder")
                && !small.startsWith("required|")
                && !small.startsWith("nullable|")
                && !EXAMPLES.contains(word);
    }

    /** Whether it is of two chars at most, such as asterisks. */
    private static boolean isMask(String value) {
        char first = value.charAt(0);
        char second = first;
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != first && c != second && second != first) {
                return false;
            }
            second = c == first ? second : c;
        }
        return true;
    }

    /** Of what is not quoted, a word alone is rather what is said of passwords. */
    private static boolean looksChosen(String value) {
        return (value.chars().anyMatch(c -> !Character.isLetter(c) && c != '-' && c != '.' && c != '_')
                        && !isOfAlgorithm(value))
                || isOdd(value);
    }

    /** Whether it begins with the name of what secrets are kept, made or sent by. */
    static boolean isOfAlgorithm(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        return ALGORITHMS.stream().anyMatch(small::startsWith);
    }

    /** Whether it is of letters alone, of which parts with a capital at most have no vowel, as words and names in code have. */
    private static boolean isOdd(String value) {
        int parts = 0;
        boolean vowel = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Letters.isAsciiLetter(c)) {
                return false;
            }
            boolean begins = i == 0 || (c <= 'Z' && value.charAt(i - 1) > 'Z');
            parts += begins && !vowel ? 1 : 0;
            vowel = (vowel && !begins) || "aeiouyAEIOUY".indexOf(c) >= 0;
        }
        return value.length() >= LEAST_ODD && parts + (vowel ? 0 : 1) >= 2;
    }

    /** Whether it is the path of a folder: /var/lib/jenkins, ~/src. */
    static boolean isFolder(String value) {
        return !value.isEmpty()
                && "/~".indexOf(value.charAt(0)) >= 0
                && value.chars().allMatch(c -> Letters.isWord((char) c) || "/~.-".indexOf(c) >= 0);
    }

    /** Whether it is of letters and of digits or marks, as neither words nor numbers are. */
    static boolean isMixed(String value) {
        return value.length() >= LEAST_MIXED
                && value.indexOf(' ') < 0
                && value.chars().anyMatch(c -> Letters.isAsciiLetter((char) c))
                && value.chars().anyMatch(c -> Letters.isDigit((char) c) || MARKS.indexOf(c) >= 0);
    }

    /** Whether it is of small letters, capitals and digits. */
    static boolean isTyped(String value) {
        return isMixed(value)
                && value.chars().anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase)
                && value.chars().anyMatch(Character::isDigit);
    }

    /** Whether it is what codes of an authenticator are made of (RFC 6238): base32 of ten bytes or more. */
    static boolean isSeed(String value) {
        return value.length() >= LEAST_SEED
                && looksRandom(value)
                && value.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'));
    }

    /** Whether it is long, of letters, digits and marks that words are not written with. */
    static boolean isStrong(String value) {
        return value.length() >= LEAST_STRONG
                && looksRandom(value)
                && value.chars().anyMatch(c -> MARKS.indexOf(c) >= 0)
                && isSecret(value, LEAST_STRONG);
    }

    /** Whether it is a key of 32 chars or more, of small letters, capitals and digits. */
    static boolean isKey(String value) {
        return value.length() >= LEAST_KEY
                && looksRandom(value)
                && value.chars().anyMatch(Character::isUpperCase)
                && value.chars().anyMatch(Character::isLowerCase)
                && value.chars().allMatch(c -> Letters.isWord((char) c) || "+/=-".indexOf(c) >= 0)
                && Entropy.of(value) >= LEAST_BITS_OF_KEY
                && isSecret(value, LEAST_KEY);
    }

    static boolean looksRandom(String value) {
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ') {
                return false;
            }
            digit |= Letters.isDigit(c);
            letter |= Letters.isAsciiLetter(c);
        }
        return digit && letter;
    }
}
