package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRedactorTest {
    private final Pseudonyms pseudonyms = new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private final TextRedactor texts = new TextRedactor(DetectorKind.all(), pseudonyms);
    private final JoinRedactor joins = new JoinRedactor(texts, pseudonyms);
    private final JsonRedactor json = new JsonRedactor(texts, pseudonyms);
    private final MessageRedactor spoken =
            new MessageRedactor(joins, json, new ToolRedactor(joins, json, texts, texts, pseudonyms), new Recall());

    @Test
    void thePersonOfTheRowSpeaksByPseudonymAndAToolByItsName() throws PrivacyFailure {
        Map<String, String> known = Map.of("ann1", "s_1");
        assertThat(spoken.messages(List.of(by(Role.USER, "ann1"), by(Role.TOOL, "lookup")), List.of(), known, "t"))
                .extracting(message -> message.name().orElseThrow())
                .containsExactly("s_1", "lookup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Annika_Bergqvist",
                "John_Smith",
                "john_smith",
                "JohnSmith",
                "Maria-Garcia",
                "maria.garcia",
                "Katarzyna_W",
                "katarzyna",
                "mjones82",
                "wanderlust"
            })
    void whoAsksIsNotNamed(String name) throws PrivacyFailure {
        assertThat(spoken.messages(List.of(by(Role.USER, name)), List.of(), Map.of(), "t"))
                .extracting(message -> message.name().orElseThrow())
                .allMatch(kept -> kept.matches("<[A-Z]+_[a-z2-7]{5}>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "user_proxy", "ResearchAgent", "critic2", "chat_manager", "Admin"})
    void aPartThatAnAgentPlaysIsNobody(String name) throws PrivacyFailure {
        assertThat(spoken.messages(List.of(by(Role.USER, name)), List.of(), Map.of(), "t"))
                .extracting(message -> message.name().orElseThrow())
                .containsExactly(name);
    }

    @Test
    void whoAlsoAnswersIsAnAgent() throws PrivacyFailure {
        assertThat(spoken.messages(
                        List.of(by(Role.USER, "wanderlust"), by(Role.ASSISTANT, "wanderlust")),
                        List.of(),
                        Map.of(),
                        "t"))
                .extracting(message -> message.name().orElseThrow())
                .containsOnly("wanderlust");
    }

    @Test
    void aNameIsTheSameAsInTheText() throws PrivacyFailure {
        List<Message> kept = spoken.messages(List.of(by(Role.USER, "Annika_Bergqvist")), List.of(), Map.of(), "t");
        assertThat(kept.get(0).name()).hasValue(texts.redact("Annika Bergqvist", "t"));
        SeenValues seen = new SeenValues();
        texts.noting(seen).name("mjones82", "t");
        assertThat(texts.withSeen(seen).redact("hi mjones82", "t")).isEqualTo("hi " + texts.name("mjones82", "t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Can I have your date of birth please?|08/23/1979|<BIRTHDATE_>",
                "To verify you, please tell me your date of birth.|Sure, it's 08/23/1979|Sure, it's <BIRTHDATE_>",
                "What's your date of birth? We need it to verify you.|August 23, 1979|<BIRTHDATE_>",
                "Wie ist Ihr Geburtsdatum?|23.08.1979|<BIRTHDATE_>",
                "Please tell me your SSN.|536228714|<NATIONALID_>",
                "What are the last four digits of your social security number?|8714|<NATIONALID_>",
                "What's the best phone number to reach you?|4155552671|<PHONE_>",
                "Your account number?|55779911|<ACCOUNT_>",
                "Could you share your member ID?|88213007|<NATIONALID_>",
                "Your passport number?|533380006|<NATIONALID_>",
                "What's your ZIP code?|62704|<ADDRESS_>",
                "What are the last 4 digits of your card?|4242|<CARD_>",
                "What is the CVV on the back of your card?|123|<SECRET_>",
                "What's the one-time code?|482913|<SECRET_>",
                "Please enter your password.|zebra9911|<SECRET_>",
                "What is your username?|mgarcia|<USERNAME_>",
                "What is your name?|Ottoline|<PERSON_>",
                "Please provide your name and ZIP code.|Ottoline, 19122|<PERSON_>, <ADDRESS_>"
            })
    void whatTheMessageBeforeAsksForIsFound(String question, String answer, String kept) throws PrivacyFailure {
        assertThat(answered(Role.ASSISTANT, question, Role.USER, answer).replaceAll("_[a-z2-7]{5}>", "_>"))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is your order number?|55779911",
                "What is the order date?|08/23/1979",
                "Is 415-555-2671 your phone number?|Yes, that one",
                "Please enter your password.|I forgot it",
                "What is your name?|I'd rather not say",
                "What is your name?|Cancel",
                "What is your date of birth? Never mind, what is your budget?|08231979",
                "I have your date of birth.|08/23/1979"
            })
    void anAnswerToAnythingElseStays(String question, String answer) throws PrivacyFailure {
        assertThat(answered(Role.ASSISTANT, question, Role.USER, answer)).isEqualTo(answer);
    }

    @Test
    void whatAPersonAsksForIsTheirsAndNotTheAgents() throws PrivacyFailure {
        assertThat(answered(Role.USER, "What is my account number?", Role.ASSISTANT, "55779911"))
                .startsWith("<ACCOUNT_");
        assertThat(answered(Role.USER, "What is your name?", Role.ASSISTANT, "Ottoline"))
                .isEqualTo("Ottoline");
        assertThat(answered(Role.SYSTEM, "Ask: what is your date of birth?", Role.USER, "08/23/1979"))
                .isEqualTo("08/23/1979");
    }

    @Test
    void theQuestionStandsBeforeAllThatIsSaidToIt() throws PrivacyFailure {
        List<Message> said = List.of(
                Message.of(Role.ASSISTANT, "Your date of birth?"),
                Message.of(Role.USER, "one moment"),
                Message.of(Role.USER, "08/23/1979"));
        assertThat(spoken.messages(said, List.of(), Map.of(), "t")
                        .get(2)
                        .content()
                        .orElseThrow())
                .startsWith("<BIRTHDATE_");
    }

    private String answered(Role asker, String question, Role who, String answer) throws PrivacyFailure {
        List<Message> said = List.of(Message.of(asker, question), Message.of(who, answer));
        return spoken.messages(said, List.of(), Map.of(), "t").get(1).content().orElseThrow();
    }

    private static Message by(Role role, String name) {
        return new Message(
                role,
                Optional.of("hello"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
