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
                "Telegram: mia_codes | mia_codes",
                "login ok user=jkowalski ip=10.0.0.1 | jkowalski",
                "level=info msg=\"login ok\" user=zqwierski src=10.0.0.1 | zqwierski",
                "auth failure: rhost=10.0.0.1 user='jkowalski' | jkowalski",
                "User 'jkowalski' not found | jkowalski",
                "user \"zqwierski\" does not exist | zqwierski",
                "user jkowalski is disabled | jkowalski",
                "10.0.0.1 - jkowalski [10/Oct/2026:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 23 | jkowalski",
                "::1 - anna.novak [01/Jan/2026:13:55:36 +0000] \"GET / HTTP/2\" 200 | anna.novak",
                "uid=1001(jkowalski) gid=1001(staff) groups=27(sudo) | jkowalski",
                "<user>kparker91</user> | kparker91",
                "<username>jkowalski</username> | jkowalski",
                "sudo: jkowalski : TTY=pts/0 ; PWD=/srv ; USER=root | jkowalski",
                "Accepted publickey for jkowalski from 10.0.0.1 port 22 | jkowalski"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the username is required",
                "username: str",
                "login ok user=root ip=10.0.0.1",
                "login ok user=system ip=10.0.0.1",
                "login ok user=test ip=10.0.0.1",
                "login ok user=jenkins ip=10.0.0.1",
                "connect(user=zqwierski, login=True)",
                "count=3 user=zqwierski total=4",
                "user=current_user login=ok",
                "user profile not found",
                "user zqwierski unknown",
                "User 'admin' not found",
                "10.0.0.1 - - [10/Oct/2026:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 23",
                "10.0.0.1 - admin [10/Oct/2026:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 23",
                "build - jkowalski [see 10/Oct/2026]",
                "commit by - jkowalski [10/Oct/2026: fixed]",
                "uid=33(www-data) gid=33(www-data)",
                "uid=999(zqwierski)",
                "uid=1000(ubuntu)",
                "List<User> jkowalski = find();",
                "<user>assistant</user>",
                "if (a<user>jkowalski)",
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
        "user, jkowalski, true",
        "username, jkowalski, true",
        "login, zqwierski, true",
        "user, assistant, false",
        "user, zqwierski, false",
        "username, postgres, false",
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
