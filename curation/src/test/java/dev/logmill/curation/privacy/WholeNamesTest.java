package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part of a name goes by the whole name where its record leaves no doubt. */
class WholeNamesTest {
    private static final Pattern PERSON = Pattern.compile("<PERSON_\\w+>");

    private final ContentRedaction redaction =
            new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest
    @CsvSource({
        "'My name is Maria Lopez.', 'Thanks, Maria.'",
        "'My name is Maria Lopez.', 'Dear Mrs Lopez, it is done.'",
        "'My name is Maria Lopez.', 'Dr. Maria Lopez is here.'",
        "'Ask Dr. Maria Lopez.', 'Thanks, Maria.'",
        "'My name is Maria J. Lopez.', 'Thanks, Maria.'",
        "'My name is Ann Lopez.', 'Thanks, Ann.'",
        "'My name is Maria Lopez.', 'Later Maria wrote.'",
        "'My name is Grace Lopez.', 'we heard that Grace wrote.'",
        "'{\"customer_name\":\"maria lopez\"}', 'Thanks, Maria.'",
        "'My name is Grzegorz Brzęczyszczykiewicz.', 'rows: Brzęczyszczykiewicz;7'"
    })
    void aFirstOrLastNameAloneIsThePersonOfThatName(String whole, String part) throws PrivacyFailure {
        List<List<String>> people = people(List.of(whole, part));

        assertThat(people).allMatch(each -> each.size() == 1);
        assertThat(people.get(1)).isEqualTo(people.get(0));
    }

    @Test
    void aNameThatIsAWordTooIsNobodyWhereASentenceBegins() throws PrivacyFailure {
        List<String> kept = kept(List.of("My name is Will Lopez.", "Will you come?", "I told Will so."));

        assertThat(kept.get(1)).isEqualTo("Will you come?");
        assertThat(kept.get(2)).matches("I told <PERSON_\\w+> so\\.");
    }

    @Test
    void aPartOfAnAddressIsThatAddressAgainWhereOneAloneHasIt() throws PrivacyFailure {
        List<String> kept = kept(List.of(
                "ship to 17 Baker Road, 4020 Linz", "sent to 17 Baker Road in Linz.", "and 8 Baker Road, 1010 Vienna"));
        String address = kept.get(0).substring("ship to ".length());

        assertThat(address).matches("<ADDRESS_\\w+>");
        assertThat(kept.get(1)).isEqualTo("sent to %s in %s.".formatted(address, address));
        assertThat(kept.get(2)).matches("and <ADDRESS_\\w+>").doesNotContain(address);
    }

    @Test
    void aNameThatTwoPeopleHaveIsNeithers() throws PrivacyFailure {
        List<List<String>> people =
                people(List.of("My name is Maria Lopez.", "I am Maria Rossi.", "Thanks, Maria.", "Thanks, Mrs Lopez."));

        assertThat(people.subList(0, 3).stream().flatMap(List::stream))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(people.get(3)).isEqualTo(people.get(0));
    }

    @Test
    void whichPersonItIsDoesNotDependOnTheOrderOfSpans() throws PrivacyFailure {
        List<String> texts =
                List.of("Thanks, Maria.", "My name is Maria Lopez.", "This is Ann Rossi.", "Thanks, Ann.", "Hi Rossi");
        List<List<String>> forth = people(texts);
        List<String> backwards = new ArrayList<>(texts);
        Collections.reverse(backwards);
        List<List<String>> back = new ArrayList<>(people(backwards));
        Collections.reverse(back);

        assertThat(back).isEqualTo(forth);
    }

    @Test
    void aNameOfAnotherRecordOrSessionTellsNothing() throws PrivacyFailure {
        Span whole = said("1", "chat", "My name is Maria Lopez.");
        Span part = said("2", "chat", "Thanks, Maria.");

        assertThat(redaction
                        .spans(List.of(part, said("1", "other", "My name is Maria Lopez.")))
                        .get(0))
                .isEqualTo(redaction.span(part))
                .isNotEqualTo(redaction.spans(List.of(part, whole)).get(0));
    }

    @Test
    void aRemarkIsARecordOfItsOwn() throws PrivacyFailure {
        Signal remark = Signal.of("s", "f", SignalChannel.THUMB)
                .text(Optional.of("My name is Ann Quendrilpho. Thanks, Ann! rows: Quendrilpho;7"))
                .build();

        List<String> people = people(
                        PERSON.matcher(redaction.signal(remark).text().orElseThrow()))
                .toList();

        assertThat(people).hasSize(3).containsOnly(people.get(0));
    }

    private List<String> kept(List<String> texts) throws PrivacyFailure {
        List<Span> spans = new ArrayList<>();
        for (String text : texts) {
            spans.add(said("" + texts.indexOf(text), "chat", text));
        }
        return redaction.spans(spans).stream()
                .map(span -> span.messagesIn().get(0).content().orElseThrow())
                .toList();
    }

    private List<List<String>> people(List<String> texts) throws PrivacyFailure {
        return kept(texts).stream()
                .map(text -> people(PERSON.matcher(text)).toList())
                .toList();
    }

    private static Stream<String> people(Matcher people) {
        return people.results().map(found -> found.group());
    }

    private static Span said(String id, String session, String text) {
        return Span.of("s", "t", id, SpanKind.LLM)
                .sessionId(Optional.of(session))
                .messagesIn(List.of(Message.of(Role.USER, text)))
                .build();
    }
}
