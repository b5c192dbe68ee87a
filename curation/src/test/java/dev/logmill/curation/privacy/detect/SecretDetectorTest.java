package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets here are made at run time or are words, so that nobody takes this file for a leak. */
class SecretDetectorTest {
    /** Forty chars of each kind, in turn. */
    private static final String RANDOM = "Q7w2E9r4T1y6U3i8O5p0A7s2D9f4G1h6J3k8L5z0X7c2V9b4N1m6Q3w8E5r0T7y2U9i4";

    private final Found found = new Found(new SecretDetector());

    @ParameterizedTest
    @MethodSource("dev.logmill.curation.privacy.detect.SecretRule#marked")
    void findsWhatAnIssuerMarks(SecretRule.Marked marked) {
        String prefix = marked.prefix();
        String rest = (RANDOM + RANDOM)
                .chars()
                .map(c -> marked.rule().isOne((char) c) ? c : Character.toLowerCase(c))
                .map(c -> marked.rule().isOne((char) c) ? c : Character.toUpperCase(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertThat(found.in("it says " + prefix + rest + ", see")).containsExactly(prefix + rest);
        assertThat(found.in("it says " + prefix + rest.substring(0, 8) + ", see"))
                .isEmpty();
        assertThat(found.in("it says " + prefix + "x".repeat(200) + ", see")).isEmpty();
        assertThat(found.in("it says word" + prefix + rest)).doesNotContain(prefix + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Agent: Your password?\nCustomer: zebra9911",
                "Agent: can I get your password, please?\nzebra9911",
                "Please enter your password.\nzebra9911\nThanks."
            })
    void findsWhatAnswersAQuestionInTheLineAbove(String text) {
        assertThat(found.in(text)).containsExactly("zebra9911");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forgot your password?\nSign-in",
                "I forgot my password.\nzebra9911",
                "Forgot your password?\nzebra9911 has a page for that",
                "Your password?\n"
            })
    void noOtherLineAnswers(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    /** Behind prefixes that names in code have too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "re_compile_the_pattern_of_all_40_lines",
                "fw_readTheConfigurationOfTheServer",
                "fc-0123456789abcdef is short",
                "sk_train_features_of_2024_for_all_of_the_models_here",
                "pa-rather-long-words-with-dashes-2024-between-them",
                "a dose of 200 mg",
                "and EAA means the European Economic Area"
            })
    void leavesNamesThatBeginLikeAKey(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void findsTokensOfTelegramsBotsByTheirForm() {
        String token = "18622748" + "37:AA" + RANDOM.substring(0, 33);
        assertThat(found.in("bot token " + token)).containsExactly(token);
        assertThat(found.in("https://api.telegram.org/bot" + token + "/sendMessage"))
                .containsExactly(token);
        assertThat(found.in("at 12:AA" + RANDOM.substring(0, 33))).isEmpty();
        assertThat(found.in("1862274837:Aa" + RANDOM.substring(0, 33))).isEmpty();
        assertThat(found.in("1862274837:AA" + "x".repeat(33))).isEmpty();
    }

    @Test
    void findsHooksThatAreOpenedByTheirAddress() {
        String id = "772871424" + "832612139/";
        assertThat(found.in("post to https://discord.com/api/webhooks/" + id + RANDOM + " then"))
                .containsExactly("discord.com/api/webhooks/" + id + RANDOM);
        assertThat(found.in("see https://discord.com/api/webhooks/" + id)).isEmpty();
        String guid = "123e4567-e89b-12d3-a456-426614174000";
        assertThat(found.in("https://corp.webhook.office.com/webhookb2/" + guid + "@" + guid + "/IncomingWebhook/"
                        + RANDOM.toLowerCase(Locale.ROOT)))
                .hasSize(1);
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
                "Server=db;User=ann;Password=hunter2;Timeout=5 | hunter2",
                "<password>Zebra44lamp</password> | Zebra44lamp",
                "<Password>monkey</Password> | monkey",
                "<jdbc.password>Zebra44lamp</jdbc.password> | Zebra44lamp",
                "<add key=\"Password\" value=\"Zebra44lamp\"/> | Zebra44lamp",
                "<property name=\"db.password\" value='Zebra44lamp' /> | Zebra44lamp",
                "<property name=\"password\">Zebra44lamp</property> | Zebra44lamp",
                "<entry key=\"jdbc.password\">Zebra44lamp</entry> | Zebra44lamp",
                "<setting name=\"Password\" serializeAs=\"String\"><value>Zebra44lamp</value> | Zebra44lamp",
                "<name>fs.password</name><value>Zebra44lamp</value> | Zebra44lamp",
                "<key>Password</key> <string>Zebra44lamp</string> | Zebra44lamp",
                "<td>Password</td><td>Zebra44lamp</td> | Zebra44lamp",
                "<apiKey>Q7w2E9r4T1y6U3i8</apiKey> | Q7w2E9r4T1y6U3i8",
                "Authorization: Token Q7w2E9r4T1y6U3i8O5p0 | Q7w2E9r4T1y6U3i8O5p0",
                "Authorization: ApiKey Q7w2E9r4T1y6U3i8O5p0 | Q7w2E9r4T1y6U3i8O5p0",
                "Authorization: Q7w2E9r4T1y6U3i8O5p0 | Q7w2E9r4T1y6U3i8O5p0",
                "X-Auth-Token: Q7w2E9r4T1y6U3i8O5p0 | Q7w2E9r4T1y6U3i8O5p0",
                "'PRIVATE-TOKEN': 'Q7w2E9r4T1y6U3i8O5p0' | Q7w2E9r4T1y6U3i8O5p0",
                "Ocp-Apim-Subscription-Key: Q7w2E9r4T1y6U3i8 | Q7w2E9r4T1y6U3i8",
                "x-functions-key: Q7w2E9r4T1y6U3i8 | Q7w2E9r4T1y6U3i8",
                "auth token q7w2e9r4t1y6u3i8o5p0a7s2 | q7w2e9r4t1y6u3i8o5p0a7s2",
                "X-Amz-Signature=q7w2e9r4t1y6u3i8o5p0a7s2 | q7w2e9r4t1y6u3i8o5p0a7s2",
                "2FA secret QWER7TYU2IOP5ASD | QWER7TYU2IOP5ASD",
                "Set-Cookie: session=AbCdEfGhIjKlMnOpQrStUvWx; Path=/ | AbCdEfGhIjKlMnOpQrStUvWx",
                "mysql -u root -pZebra44lamp shop | Zebra44lamp",
                "mysqldump -uapp -p'Zebra 44' shop | Zebra 44",
                "redis-cli -h c -a Zebra44lamp ping | Zebra44lamp",
                "docker login -u me -p kettledrum registry.corp | kettledrum",
                "sqlcmd -S x -U sa -P Zebra44lamp | Zebra44lamp",
                "ldapsearch -x -D cn=me -w Zebra44lamp -b dc=x | Zebra44lamp",
                "xfreerdp /u:me /p:Zebra44lamp /v:x | Zebra44lamp",
                "psql --password Zebra44lamp | Zebra44lamp",
                "tool --api-key 'Q7w2E9r4T1y6' run | Q7w2E9r4T1y6",
                "user: admin, pw: Zebra44lamp | Zebra44lamp",
                "login: admin / Zebra44lamp | Zebra44lamp",
                "username admin password Zebra44lamp | Zebra44lamp",
                "user me and password Zebra44lamp | Zebra44lamp",
                "the password for the staging server is Zebra44lamp. | Zebra44lamp",
                "password for user 'app': Zebra44lamp | Zebra44lamp",
                "use Zebra44lamp as the password | Zebra44lamp",
                "Zebra44lamp is my password. | Zebra44lamp",
                "Kennwort: tqVVPqzPpt | tqVVPqzPpt",
                "has\u0142o: Zebra44lamp | Zebra44lamp",
                "\u015eifre: Zebra44lamp | Zebra44lamp",
                "l\u00f6senordet \u00e4r Zebra44lamp | Zebra44lamp",
                "la password \u00e8 Zebra44lamp | Zebra44lamp",
                "{mot de passe : Zebra44lamp} | Zebra44lamp",
                "senha: Zebra44lamp | Zebra44lamp"
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
    void anElementGoesOnInTheNextLine() {
        assertThat(found.in("<password>\n  Zebra44lamp\n</password>")).containsExactly("Zebra44lamp");
        assertThat(found.in("<dt>Password</dt>\n<dd>Zebra44lamp</dd>")).containsExactly("Zebra44lamp");
        assertThat(found.in("<password>\n  Zebra44lamp opens it\n</password>")).isEmpty();
    }

    @Test
    void findsTheWordsThatOpenAWallet() {
        String words = "piano ocean travel window silver garden engine market candle bridge forest ladder";
        assertThat(found.in("seed phrase: " + words + "\nkeep it")).containsExactly(words);
        assertThat(found.in("my recovery phrase is \"" + words + " " + words + "\""))
                .containsExactly(words + " " + words);
        assertThat(found.in("seed phrase: " + words + " anchor")).isEmpty();
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
        assertThat(found.in("soleil", "motDePasse")).containsExactly("soleil");
        assertThat(found.in("Q7w2E9r4", "Ocp-Apim-Subscription-Key")).containsExactly("Q7w2E9r4");
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
                "<password></password><host>db01</host>",
                "<password>${env.DB_PASSWORD}</password>",
                "<label for=\"password\">Password</label>",
                "<passwordPolicy>Strong8</passwordPolicy>",
                "if (password>limit22<max)",
                "mongo -p 27017 shop",
                "Zebra44lamp is the password manager",
                "the password Generator22 makes them",
                "<PasswordHint>Blue42</PasswordHint>",
                "<name>password</name><type>string2</type>",
                "Authorization: OAuth2PasswordBearer",
                "login: open / closed2",
                "user bob and password policy2024",
                "the password of the day is v1.2.3-beta",
                "tool --token count2 --verbose",
                "parola: limba2",
                "<a href=\"/reset-password\">Forgot2</a>",
                "<input type=\"password\" name=\"password\" placeholder=\"Zebra44lamp\">",
                "<h2>Password</h2><p>Use 8 characters</p>",
                "Authorization: required for oauth2",
                "authorization: Bearer $TOKEN",
                "max_tokens: 4096, token_usage: 123456789012345678901234",
                "api_token: get_it_from_environment2_24",
                "next_page_token: Q7w2E9r4T1y6U3i8O5p0",
                "token count 12",
                "mysql -u root -p shop",
                "SRP_user_pwd *SRP_VBASE_get1_by_user(SRP_VBASE *vb, char *username);",
                "gcc mysql_test.c -pthread -pipe",
                "mysqld listens, run it with -P 3306",
                "redis-cli -p 6379 -a $REDIS_PASSWORD",
                "docker login -u me --password-stdin",
                "run it with --password to set one",
                "use sha1sum as the password",
                "sha1 is the password hash of Zebra44lamp",
                "the password for the API is base64 encoded",
                "username and password OAuth2Provider",
                "the password is sha256-hashed",
                "pw: 12kWh3",
                "login: ann / 2 attempts",
                "seed phrase: keep it on paper and never tell anybody what it is, ever",
                "mnemonic: twelve small words that nobody ever guessed from your notes",
                "the cookie recipe = 16 pieces of chocolate1234567890"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
