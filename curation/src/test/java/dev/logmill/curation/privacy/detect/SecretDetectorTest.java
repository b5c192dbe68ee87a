package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets here are made at run time or are words, so that nobody takes this file for a leak. */
class SecretDetectorTest {
    /** Forty chars of each kind, in turn. */
    private static final String RANDOM = "Q7w2E9r4T1y6U3i8O5p0A7s2D9f4G1h6J3k8L5z0X7c2V9b4N1m6Q3w8E5r0T7y2U9i4";

    private final Found found = new Found(new SecretDetector());

    @ParameterizedTest
    @EnumSource(SecretRule.class)
    void findsWhatAnIssuerMarks(SecretRule rule) {
        String prefix = rule.prefix();
        String rest =
                switch (rule) {
                    case AWS_KEY, AWS_SESSION_KEY, AGE -> RANDOM.toUpperCase(Locale.ROOT);
                    case DIGITAL_OCEAN, MAILGUN, DATABRICKS -> RANDOM.toLowerCase(Locale.ROOT);
                    default -> RANDOM;
                };
        assertThat(found.in("it says " + prefix + rest + ", see")).containsExactly(prefix + rest);
        assertThat(found.in("it says " + prefix + rest.substring(0, 8) + ", see"))
                .isEmpty();
        assertThat(found.in("it says " + prefix + "x".repeat(70) + ", see")).isEmpty();
        assertThat(found.in("it says word" + prefix + rest)).doesNotContain(prefix + rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "password: hunter2! | hunter2!",
                "password = \"correct horse\" | correct horse",
                "\"db_password\": \"s3cr3t\" | s3cr3t",
                "my password is Tr0ub4dor&3. | Tr0ub4dor&3",
                "password=Tr0ub4dor&3x | Tr0ub4dor&3x",
                "?password=s3cr3t&user=ann | s3cr3t",
                "?password=s3cr3t&amp;user=ann | s3cr3t",
                "PWD=x7Kq9; | x7Kq9",
                "{\\\"passwd\\\": \\\"s3cr3t\\\"} | s3cr3t",
                "api_key=Q7w2E9r4T1y6U3i8 | Q7w2E9r4T1y6U3i8",
                "client_secret: 'Q7w2E9r4T1y6U3i8' | Q7w2E9r4T1y6U3i8",
                "Authorization: Bearer Q7w2E9r4T1y6U3i8 | Q7w2E9r4T1y6U3i8",
                "Authorization: Basic YW5uOmh1bnRlcjI= | YW5uOmh1bnRlcjI=",
                "\"pass\": \"s3cr3tPa55\" | s3cr3tPa55",
                "export DB_PASS=p4ssw0rd-prod-77 | p4ssw0rd-prod-77",
                "smtpPass: 'Zebra44lamp' | Zebra44lamp",
                "pass: Zebra#44lamp | Zebra#44lamp",
                "with password Zebra#44lamp. | Zebra#44lamp",
                "curl -u deploy:Xk29!qLm https://ci.example.com | deploy:Xk29!qLm",
                "curl -s --user 'ann:Xk29qLm' https://ci.example.com | ann:Xk29qLm",
                "Cookie: sessionid=8f14e45fceea167a5a36; theme=dark | 8f14e45fceea167a5a36",
                "Set-Cookie: PHPSESSID=r2t5uvjq435r4q7ib3; path=/ | r2t5uvjq435r4q7ib3",
                "\"Cookie\": \"lang=en; sid=8f14e45fceea167a5a36\" | 8f14e45fceea167a5a36",
                "Server=db;User=ann;Password=hunter2;Timeout=5 | hunter2"
            })
    void findsWhatIsCalledOne(String text, String secret) {
        assertThat(found.in(text)).containsExactly(secret);
    }

    @Test
    void findsPrivateKeysAndTokensAsAWhole() {
        String armour = "-----BEGIN RSA PRIVATE KEY-----\n" + RANDOM + "\n-----END RSA PRIVATE KEY-----";
        assertThat(found.in("a\n" + armour + "\nb")).containsExactly(armour);
        assertThat(found.in("a\n" + armour.substring(0, 60))).containsExactly(armour.substring(0, 60));
        assertThat(found.in(armour.replace("PRIVATE", "PUBLIC"))).isEmpty();
        String head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String token = head + "." + encoded("{\"sub\":\"ann\"}") + ".Q7w2E9r4";
        assertThat(found.in("token " + token + ".")).containsExactly(token);
        assertThat(found.in("token " + head + ".")).isEmpty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCommandGoesOnInTheNextLine() {
        assertThat(found.in("curl -s \\\n  -u ann:Xk29qLm \\\n  https://ci.example.com"))
                .containsExactly("ann:Xk29qLm");
        assertThat(found.in("curl -s https://ci.example.com\ndocker run -u ann:Xk29qLm image"))
                .isEmpty();
    }

    @Test
    void aKeyOfJsonSaysWhatStandsUnderIt() {
        assertThat(found.in("hunter2", "password")).containsExactly("hunter2");
        assertThat(found.in("Q7w2E9", "clientSecret")).containsExactly("Q7w2E9");
        assertThat(found.in("s3cr3tPa55", "db_pass")).containsExactly("s3cr3tPa55");
        assertThat(found.in("theme=dark; sid=8f14e45fceea167a5a36", "Set-Cookie"))
                .containsExactly("8f14e45fceea167a5a36");
        assertThat(found.in("required", "pass")).isEmpty();
        assertThat(found.in("s3cr3tPa55", "bypass")).isEmpty();
        assertThat(found.in("hunter2", "comment")).isEmpty();
        assertThat(found.in("string", "password")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I forgot my password",
                "the password is incorrect",
                "password: required",
                "password = os.environ['DB_PASSWORD']",
                "passwd='', acct='', timeout=30):",
                "prompt='Password: ', stream=None):",
                "password = auth[2]",
                "password = self.p4ss",
                "password = get_pass2(user)",
                "password: str2()",
                "password: ********",
                "password=<your password>",
                "api_key = ${API_KEY}",
                "api_key: YOUR_API_KEY_HERE",
                "the secret is to keep stirring",
                "basic understanding of arithmetic",
                "bearer of bad news",
                "task-specific sk-learn",
                "secret: 12",
                "PASS: gcc.dg/20000108-1.c",
                "pass: 12 of 15",
                "bypass=10.0.0.1a",
                "passenger: Ann44lamp",
                "password OAuth2Provider",
                "docker run -u 1000:1000 image:v1.2",
                "curl -u $USER:$PASSWORD https://ci.example.com",
                "Cookie: theme=dark; lang=en-GB",
                "the cookie recipe = 16 pieces of chocolate1234567890"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
