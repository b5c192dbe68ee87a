package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginDetectorTest {
    private final Found found = new Found(new LoginDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Login with username mkaya_92 and a password | mkaya_92",
                "My username is dancing_otter77. | dancing_otter77",
                "User ID: jbrennan4 | jbrennan4",
                "\"user_id\": \"ann.lee\" | ann.lee",
                "\\\"username\\\": \\\"qwillowby\\\" | qwillowby",
                "**User ID:** ann_lee_7557\\n | ann_lee_7557",
                "login=jdoe42; | jdoe42",
                "my insta is @wandering.mia | @wandering.mia",
                "on Instagram: @mia | @mia",
                "Telegram: mia_codes | mia_codes"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the username is required",
                "username: str",
                "username = request.form['name']",
                "username=user.name",
                "username: varchar(50)",
                "user_id: 12345",
                "login as admin",
                "\"username\": \"testuser\"",
                "username: your_name1",
                "the user ids are sorted",
                "login at example.com",
                "a login page",
                "twitter is down",
                "handle: \"the door handle\"",
                "ann_lee_7557"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("qwill_88", "username")).containsExactly("qwill_88");
        assertThat(found.in("root", "username")).isEmpty();
        assertThat(found.in("qwill_88", "comment")).isEmpty();
    }

    @Test
    void spellingsOfOneLoginAreOneValue() {
        assertThat(found.value("my insta is @Mia.K")).isEqualTo(found.value("username: \"mia.k\""));
    }

    @ParameterizedTest
    @CsvSource({
        "created_by, petra.novak, true",
        "user, jsmith84, true",
        "owner, night_owl, false",
        "account, acct_123, false",
        "author, Team, false",
        "user, 123456, false",
        "account, user_9f8e7d, false"
    })
    void loginsAreToldUnderKeysOfIdsByTheirForm(String key, String value, boolean found) {
        List<Finding> findings = new ArrayList<>();
        new LoginDetector().find(Scan.of(value), key, findings::add);
        assertThat(findings).hasSize(found ? 1 : 0);
    }
}
