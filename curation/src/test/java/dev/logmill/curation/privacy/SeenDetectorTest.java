package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SeenDetectorTest {
    private final TextRedactor redactor = new TextRedactor(
            DetectorKind.all(), new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    /** A number is found again where it stands alone, and not in an id that ends with it by chance. */
    @Test
    void takesNoPartOfAUuid() throws PrivacyFailure {
        String text = "account number 446655440000, span 550e8400-e29b-41d4-a716-446655440000, then 446655440000";
        assertThat(redactor.knowing(text).redact(text, "session"))
                .doesNotContain(" 446655440000")
                .contains("span 550e8400-e29b-41d4-a716-446655440000,");
    }

    /** A session of many lines would take the square of its time otherwise. */
    @Test
    void isMadeOnceForAllThatWasSeen() throws PrivacyFailure {
        SeenValues values = new SeenValues();
        redactor.noting(values).told("write to ann.vogt@example.org", "session");
        SeenDetector first = values.detector();
        assertThat(values.detector()).isSameAs(first);
        redactor.noting(values).told("and to ben.orth@example.org", "session");
        assertThat(values.detector()).isNotSameAs(first).isSameAs(values.detector());
        assertThat(redactor.withSeen(values).redact("xben.orth@example.org, ben.orth@example.org", "session"))
                .doesNotContain("ben.orth@example.org");
    }

    /** What may be anything elsewhere: a sum, a row, the begin of a sentence, a button. A secret is one wherever it stands. */
    @Test
    void asksAgainWhatCallsPostalCodesAndPlainWords() throws PrivacyFailure {
        String pin = "my pin is 5583";
        String zip = "my zip code is 10119";
        String home = "I live in Reading and work at Next";
        String child = "my daughter Hope is ill";

        assertThat(redactor.knowing(zip).redact("10119 rows cost 10119", "session"))
                .isEqualTo("10119 rows cost 10119");
        assertThat(redactor.knowing(pin).redact("is 5583 wrong?", "session")).doesNotContain("5583");
        assertThat(redactor.knowing(home).redact("Reading the manual, click Next", "session"))
                .isEqualTo("Reading the manual, click Next");
        assertThat(redactor.knowing(child).redact("Hope this helps", "session")).isEqualTo("Hope this helps");
        assertThat(redactor.knowing(child).redact("we asked Hope twice", "session"))
                .doesNotContain("Hope");
    }

    @Test
    void findsLongNumbersAndNamesAgain() throws PrivacyFailure {
        String text = "my password is tiger7Lily, the account number 44665544, I am Petra Novak";
        assertThat(redactor.knowing(text).redact("tiger7Lily, 44665544, Novak", "session"))
                .doesNotContain("tiger7Lily")
                .doesNotContain("44665544")
                .doesNotContain("Novak");
    }

    /** Code goes on to run: a word that only "talk to" called somebody is a module elsewhere. */
    @Test
    void leavesCodeWhereAWordWasNoListedName() throws PrivacyFailure {
        String told = "Talk to Quixel before the weekend.";
        assertThat(redactor.knowing(told).redact("ask Quixel, QUIXEL said so", "session"))
                .doesNotContainIgnoringCase("quixel");
        String code = "import quixel; q = quixel.Quixel(); QUIXEL_URL=quixel://host/Quixel";
        assertThat(redactor.knowing(told).redact(code, "session")).isEqualTo(code);
    }

    @Test
    void findsListedAndWholeNamesInCodeToo() throws PrivacyFailure {
        assertThat(redactor.knowing("my name is Fejzullah Kastrati")
                        .redact("/home/fejzullah.kastrati/notes and fejzullah_kastrati", "session"))
                .doesNotContain("kastrati");
        assertThat(redactor.knowing("I am Petra Novak").redact("/tmp/novak/run.log", "session"))
                .doesNotContain("novak");
    }

    /** A PIN of four digits is that of nobody where it counts orders or rooms. */
    @Test
    void leavesAShortNumberWhereItIsThatOfAThing() throws PrivacyFailure {
        assertThat(redactor.knowing("my pin is 5583").redact("order 5583, room no. 5583, port: 5583", "session"))
                .isEqualTo("order 5583, room no. 5583, port: 5583");
    }
}
