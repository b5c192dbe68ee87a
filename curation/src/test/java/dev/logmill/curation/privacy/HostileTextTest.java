package dev.logmill.curation.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Texts that somebody makes to keep a check busy: four times the text may take four times the time, and not the sixteen times of a
 * check that goes over it again for each of its chars. Time of this thread alone is counted, the least of a few runs.
 */
class HostileTextTest {
    private static final int SIZE = 60_000;
    private static final int TIMES = 4;
    private static final double MOST = 9;

    /** So short that the clock tells little of it. */
    private static final double LEAST_SECONDS = 0.02;

    private enum Hostile {
        DIGITS("7"),
        DIGITS_IN_GROUPS("4111 "),
        AT_SIGNS("a@"),
        MAILS("a.b@example.com "),
        DOTS("1."),
        QUOTES("\"'`"),
        PERCENT_SIGNS("%25"),
        REFERENCES_WITH_ONE_END("", "&", ";"),
        EQUALS_SIGNS("=3D"),
        ESCAPES("\\u0040"),
        BACKSLASHES("\\"),
        NO_WIDTH("a\u200b"),
        NAMES_OF_SECRETS("api_key="),
        PREFIXES_OF_KEYS("sk-"),
        NAMES_IN_ELEMENTS("<password>"),
        NAMES_IN_ATTRIBUTES("name=\"password\" "),
        NAMES_BESIDE_ELEMENTS("password</a "),
        NAMES_OF_PASSWORDS("password for "),
        COMMANDS("mysql -p -pa "),
        TOKENS_OF_BOTS("12345678:AA"),
        NUMBERS_OF_OWNERS("uid=1(a"),
        TIMES_OF_ACCESS("a [1/jan/2"),
        PAIRS_OF_LOGINS("user=zqwierski "),
        ARMOUR_WITHOUT_END("-----BEGIN PRIVATE KEY-----"),
        TOKENS("eyJ"),
        ADDRESSES_OF_THE_WEB("a://?token="),
        ONE_WORD("aB"),
        NAMES("Mrs Ann Lee, "),
        INITIALS("S. "),
        COLUMNS("Owners AS t, "),
        NAMES_OF_SOFTWARE("Adam Jackson and "),
        HEADERS_OF_TABLES("name,dob\n"),
        BIRTHS("(dob on file 14/02/1988 as "),
        CELLS_OF_HEADERS("<th>dob"),
        STREETS("12 Main "),
        LICENCES("passport 1 "),
        SLASHES("aB3/"),
        PLATES("plate AB-"),
        PHONES("5550143 or "),
        COOKIES("cookie: a=b; "),
        OPTIONS_OF_CURL("curl -u a:"),
        LOGINS("login username is "),
        NAMES_ON_NETWORKS("I am a1 on github as "),
        DEVICES("mac 0a1b2c3d4e5f "),
        SENT_CODES("sms code 883920 "),
        DASHED_PASSWORDS("password - a1b2c3\n"),
        NAMES_OF_THE_EAST("name: \u7530\u4e2d "),
        SPELLED_MAILS("a dot "),
        SPELLED_SIGNS("a(at)b.c"),
        HEX_DIGITS("61"),
        COMPRESSED("H4sI "),
        QUESTIONS("born?\nA: 1 "),
        ASKED_PASSWORDS("password?\nA: "),
        SAID_PASSWORDS("my password is "),
        PAIRED_KEYS("{\"a\":[", "{\"label\":\"dob\",\"value\":\"1979\"},", "1]}"),
        EMPLOYERS("at Aa "),
        HOMES("/home/ C:\\Users\\a b "),
        ARNS("arn:aws:iam::"),
        NESTED_JSON("[".repeat(450) + "\"", "ann@example.com ", "\"" + "]".repeat(450)),
        OPEN_JSON("["),
        JSON_IN_JSON("{\"a\":\"{\\\"b\\\":\\\"", "x7 ", "\\\"}\"}"),
        BASE64_IN_BASE64("ann@example.com ") {
            @Override
            String text(int size) {
                return encoded(encoded(encoded(super.text(size / 3))));
            }
        },
        KEYS("") {
            @Override
            String text(int size) {
                return keys(size / 16);
            }
        };

        private final String head;
        private final String unit;
        private final String tail;

        Hostile(String unit) {
            this("", unit, "");
        }

        Hostile(String head, String unit, String tail) {
            this.head = head;
            this.unit = unit;
            this.tail = tail;
        }

        /** About so many chars of it. */
        String text(int size) {
            return head + unit.repeat(size / unit.length()) + tail;
        }

        private static String encoded(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        }

        private static String keys(int keys) {
            StringBuilder json = new StringBuilder("{");
            for (int i = 0; i < keys; i++) {
                json.append("\"a").append(i).append("@x.com\":1,");
            }
            return json.append("\"z\":1}").toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Hostile.class)
    void timeGrowsAsTheTextDoes(Hostile hostile) throws PrivacyFailure {
        double once = Math.max(LEAST_SECONDS, seconds(hostile.text(SIZE)));
        double more = seconds(hostile.text(TIMES * SIZE));
        assertThat(more / once)
                .as("%s: %.3f s, and %.3f s for %d times the text", hostile, once, more, TIMES)
                .isLessThan(MOST);
    }

    @Test
    void manySeenValuesAreLookedForInOnePass() throws PrivacyFailure {
        SeenValues seen = new SeenValues();
        TextRedactor redactor = redactor();
        StringBuilder mails = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            mails.append("user").append(i).append("@example.com ");
        }
        redactor.noting(seen).redact(mails.toString(), "s");
        // One search for each of them would be twenty billion steps.
        String text = "user user1 @example.com ".repeat(40_000);
        assertThat(redactor.withSeen(seen).redact(text, "s")).isEqualTo(text);
    }

    private static TextRedactor redactor() {
        return new TextRedactor(DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(UTF_8)));
    }

    private static double seconds(String text) throws PrivacyFailure {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double least = Double.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            // A new one each time, which does not know the text yet.
            JsonRedactor redactor =
                    new JsonRedactor(redactor(), new Pseudonyms("a key for tests only".getBytes(UTF_8)));
            long begun = threads.getCurrentThreadCpuTime();
            redactor.redact(text, "s");
            least = Math.min(least, (threads.getCurrentThreadCpuTime() - begun) / 1e9);
        }
        return least;
    }
}
