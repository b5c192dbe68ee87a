package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlDetectorTest {
    private final Found found = new Found(new UrlDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "postgres://ann:s3cret@db.example.com/app | ann:s3cret",
                "see https://ann:pw@example.com/p. | ann:pw",
                "https://example.com/reset?token=abc123def&x=1 | abc123def",
                "https://example.com/a?page=2&user_id=ann-7 | ann-7",
                "(https://example.com/?X-Amz-Signature=00ff00ff) | 00ff00ff",
                "https://example.com/s?q=a&first_name=Ann#top | Ann",
                "redis://:mypassword@cache:6379/0 | :mypassword",
                "https://john.smith:s3cretPw@example.com/path | john.smith:s3cretPw",
                "https://john:p@ss@example.com/ | john:p@ss",
                "My website is https://www.annlee.example. | https://www.annlee.example",
                "Portfolio: https://annlee.example/work | https://annlee.example/work",
                "see https://www.linkedin.com/in/ann-lee-4b2a1/ | ann-lee-4b2a1",
                "https://instagram.com/ann.lee?hl=en | ann.lee",
                "https://x.com/annlee/status/1 | annlee"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "https://example.com/a?page=2&sort=asc",
                "https://example.com/?token=1",
                "https://example.com/?key=<EMAIL_abcde>",
                "https://example.com/@ann:7",
                "git@github.com:a/b",
                "a://b",
                "c ? user=x : 1",
                "ssh://git@example.com/a",
                "the website is https://example.com/",
                "https://www.linkedin.com/jobs/view/1",
                "https://x.com/home",
                "https://www.facebook.com/"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
