package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passwords, keys and tokens: those of issuers that mark them ({@link SecretRule}), private keys in armour (RFC 7468), JSON
 * web tokens (RFC 7519), what is sent as authorization (RFC 9110), and what a password or key is set to, in a text or under
 * a JSON key.
 */
public final class SecretDetector implements Detector {
    private static final String TYPE = "SECRET";
    private static final String ARMOUR = "-----begin ";
    private static final String TOKEN = "eyj";
    private static final List<String> NAMES = List.of(
            "password",
            "passwd",
            "passphrase",
            "passwort",
            "kennwort",
            "pwd",
            "secret",
            "api_key",
            "apikey",
            "api-key",
            "api key",
            "access_key",
            "accesskey",
            "auth_token",
            "authtoken",
            "access_token",
            "accesstoken",
            "refresh_token",
            "client_secret",
            "private_key",
            "credential",
            "bearer ",
            "basic ");

    /** Of these a few chars are one; of the others only what looks random is. */
    private static final Set<String> CHOSEN = Set.of("password", "passwd", "passphrase", "passwort", "kennwort", "pwd");

    private static final Set<String> LABELS =
            Phrases.of("password|passwd|passphrase|passwort|pwd|secret|apikey|accesskey|secretkey"
                    + "|secretaccesskey|authtoken|accesstoken|refreshtoken|idtoken|clientsecret|privatekey"
                    + "|authorization|token|bearertoken|sessiontoken|connectionstring|awssecretaccesskey"
                    + "|webhooksecret|signingkey|encryptionkey|xapikey");

    /** What is written where a secret would be. */
    private static final Set<String> EXAMPLES =
            Phrases.of("string|null|none|true|false|password|secret|example|changeme|required|optional|redacted"
                    + "|hidden|undefined|empty|your|test|token|value|the|and|reset|field|invalid|incorrect"
                    + "|correct|wrong|must");

    private static final int LEAST_CHOSEN = 4;
    private static final int LEAST_RANDOM = 12;
    private static final double LEAST_BITS = 3.0;
    private static final int LONGEST = 8192;

    private static final List<SecretRule> RULES = List.of(SecretRule.values());
    private static final int FIRST_NAME = RULES.size();
    private static final int AT_ARMOUR = FIRST_NAME + NAMES.size();
    private static final Keywords KEYWORDS = new Keywords(keywords());

    /** What tells that there may be one: prefixes, names, armour, tokens. */
    static List<String> keywords() {
        List<String> keywords = new ArrayList<>(SecretRule.prefixes());
        keywords.addAll(NAMES);
        keywords.add(ARMOUR);
        keywords.add(TOKEN);
        return keywords;
    }

    @Override
    public boolean mayFind(Signs signs) {
        return true;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (isLabel(label) && isSecret(text.strip(), LEAST_CHOSEN) && !label.isEmpty() && text.length() <= LONGEST) {
            accept(text, 0, text.length(), sink);
        } else if (scan.isAbout(Topic.SECRET)) {
            // A prefix can be that of another one: where one was found the search goes on behind.
            int[] from = {0};
            KEYWORDS.find(
                    text, (word, end) -> from[0] = Math.max(from[0], end > from[0] ? find(text, word, end, sink) : 0));
        }
    }

    private static boolean isLabel(String label) {
        String key = label.substring(label.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_ ]", "");
        return LABELS.contains(key);
    }

    /** The end of what is found behind a word; 0 where nothing is. */
    private static int find(String text, int word, int end, Consumer<Finding> sink) {
        if (word < FIRST_NAME) {
            SecretRule rule = RULES.get(word);
            return accept(text, rule.start(end), rule.end(text, end), sink);
        }
        if (word < AT_ARMOUR) {
            return named(text, NAMES.get(word - FIRST_NAME), end, sink);
        }
        return word == AT_ARMOUR
                ? accept(text, end - ARMOUR.length(), armourEnd(text, end), sink)
                : accept(text, end - TOKEN.length(), tokenEnd(text, end - TOKEN.length()), sink);
    }

    private static int accept(String text, int start, int end, Consumer<Finding> sink) {
        if (end <= start) {
            return 0;
        }
        sink.accept(new Finding(TYPE, start, end, text.substring(start, end)));
        return end;
    }

    /** Behind the last line of armour, or the end of a text that is cut. */
    private static int armourEnd(String text, int from) {
        int line = text.indexOf("-----", from);
        if (line < 0
                || line - from > 60
                || !text.substring(from, line).toLowerCase(Locale.ROOT).contains("private key")) {
            return -1;
        }
        int end = text.indexOf("-----END ", line + 5);
        int behind = end < 0 ? -1 : text.indexOf("-----", end + 9);
        return behind < 0 || end - from > LONGEST ? Math.min(text.length(), from + LONGEST) : behind + 5;
    }

    /** Three parts of base64url, of which the first two are JSON; the last is empty where nothing is signed. */
    private static int tokenEnd(String text, int start) {
        if (Letters.wordBefore(text, start) || !text.startsWith("eyJ", start)) {
            return -1;
        }
        int first = partEnd(text, start);
        boolean second = first - start >= 16 && text.startsWith(".eyJ", first);
        int end = second ? partEnd(text, first + 1) : first;
        return second && end < text.length() && text.charAt(end) == '.' ? partEnd(text, end + 1) : -1;
    }

    private static int partEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && (Letters.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    /** What stands behind a name: {@code password = "..."}, {@code "api_key": "..."}, {@code Bearer ...}, "the password is ...". */
    private static int named(String text, String name, int end, Consumer<Finding> sink) {
        boolean scheme = name.endsWith(" ");
        int start = scheme ? end : valueStart(text, end);
        if (start < 0) {
            return 0;
        }
        boolean quoted = start > 0 && "\"'`".indexOf(text.charAt(start - 1)) >= 0;
        int stop = valueEnd(text, start, quoted ? text.charAt(start - 1) : ' ');
        String value = text.substring(start, stop);
        boolean chosen = CHOSEN.contains(name);
        boolean one = isSecret(value, chosen ? LEAST_CHOSEN : LEAST_RANDOM)
                && (chosen ? quoted || looksChosen(value) : Entropy.of(value) >= LEAST_BITS && looksRandom(value));
        return one ? accept(text, start, stop, sink) : 0;
    }

    /** Behind a colon, an equals sign or "is", and behind a quote; -1 where nothing is set. */
    private static int valueStart(String text, int end) {
        int i = end;
        while (i < text.length() && i - end < 24 && (Letters.isWord(text.charAt(i)) || text.charAt(i) == '-')) {
            i++;
        }
        int word = i;
        while (i < text.length() && i - word < 4 && " \"'\\]".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (text.startsWith("is ", i) && i > word) {
            i += 3;
            i = text.startsWith(": ", i - 1) ? i + 1 : i;
        } else if (i < text.length() && (text.charAt(i) == ':' || text.charAt(i) == '=')) {
            i++;
            i = i < text.length() && (text.charAt(i) == '>' || text.charAt(i) == '=') ? i + 1 : i;
        } else {
            return -1;
        }
        int mark = i;
        while (i < text.length() && i - mark < 5 && " \"'`\\".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() ? i : -1;
    }

    private static int valueEnd(String text, int start, char quote) {
        int end = start;
        while (end < text.length() && end - start < LONGEST) {
            char c = text.charAt(end);
            boolean stop =
                    quote == ' ' ? c <= ' ' || "\"'`,;&<>()\\".indexOf(c) >= 0 : c == quote || c == '\n' || c == '\\';
            if (stop) {
                break;
            }
            end++;
        }
        while (quote == ' ' && end > start && ".?}]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Whether it is long enough and none of what stands where a secret would. */
    private static boolean isSecret(String value, int least) {
        String small = value.toLowerCase(Locale.ROOT);
        boolean reference = small.startsWith("$")
                || small.startsWith("<")
                || small.startsWith("{")
                || small.startsWith("%")
                || small.startsWith("env.")
                || small.startsWith("process.")
                || small.startsWith("os.")
                || small.startsWith("[")
                || small.startsWith("your")
                || small.startsWith("my_")
                || small.contains("example")
                || small.contains("placeholder");
        boolean masked = value.chars().distinct().count() < 3;
        return value.length() >= least && !reference && !masked && !EXAMPLES.contains(small);
    }

    /** Of what is not quoted, a word alone is rather what is said of passwords. */
    private static boolean looksChosen(String value) {
        return value.chars().anyMatch(c -> !Character.isLetter(c) && c != '-' && c != '.' && c != '_');
    }

    private static boolean looksRandom(String value) {
        boolean digit = value.chars().anyMatch(c -> Letters.isDigit((char) c));
        boolean letter = value.chars().anyMatch(c -> Letters.isAsciiLetter((char) c));
        return digit && letter && value.indexOf(' ') < 0;
    }
}
