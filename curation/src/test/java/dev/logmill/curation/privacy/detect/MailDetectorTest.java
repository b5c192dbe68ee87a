package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDetectorTest {
    private final Found found = new Found(new MailDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "to ann.lee+x@mail.example.co.uk. | ann.lee+x@mail.example.co.uk",
                "<ann@example.com> | ann@example.com",
                "mailto:ann@example.com?x=1 | ann@example.com",
                "/p?to=ann@example.com&n=1 | ann@example.com",
                "example.org/u/ann@example.com | ann@example.com",
                "bounce+ann=example.com@example.org | bounce+ann=example.com@example.org",
                "a\\nann@example.com | ann@example.com",
                "ann@xn--bcher-kva.xn--p1ai | ann@xn--bcher-kva.xn--p1ai",
                "jörg@müller.de | jörg@müller.de",
                "_a@b.io | _a@b.io",
                "to ann.lee@ example.com. | ann.lee@ example.com",
                "WHERE email='ann@example.com' AND | ann@example.com",
                "to ann_lee @example.co.uk now | ann_lee @example.co.uk"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example",
                "@ann",
                "thanks @example.com",
                "v1.2 @example.com",
                "ann.lee @someone said",
                "ann.lee@ example.txt",
                "at 5 @ 3.20",
                "git@github",
                "ann@.com",
                "@Override.run",
                "ann@1.2",
                "https://john.smith:s3cretPw@example.com/path",
                "ftp://john:p@ss@example.com"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aTextOfMarksIsNotGoneOverAgainForEachAt() {
        // Quadratic work over this would be 10^12 steps.
        assertThat(found.in("a@".repeat(500_000) + "x.com")).hasSize(1);
        assertThat(found.in("+".repeat(500_000) + "@".repeat(500_000))).isEmpty();
    }
}
