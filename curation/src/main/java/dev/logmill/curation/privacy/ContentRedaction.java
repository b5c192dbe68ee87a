package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Privacy mode {@code content}: text is kept with its identifiers replaced, people and sessions go by pseudonym.
 *
 * <p>Everything of a row that a log can put text in is gone through. Ids and the names that rows are joined by
 * (agent, model, tool, project) stay joined; see {@link JoinRedactor}. Not gone through is what Logmill makes itself:
 * source, digests, kinds, times and counts.
 *
 * <p>Whatever fails is a {@link PrivacyFailure}: what cannot be checked is not kept.
 */
public final class ContentRedaction implements Redaction {
    private static final int SHORTEST_ID = 4;

    private final CheckLimit limit;
    private final TextRedactor texts;
    private final TextRedactor prose;
    private final TextRedactor described;
    private final JoinRedactor joins;
    private final SignalRedactor signals;
    private final PathRedactor paths;
    private final Pseudonyms pseudonyms;
    private transient @Nullable Recall recall;

    public ContentRedaction(Pseudonyms pseudonyms) {
        this(pseudonyms, KeptWords.NONE);
    }

    /** One that leaves some names as they are. */
    public ContentRedaction(Pseudonyms pseudonyms, KeptWords kept) {
        this(pseudonyms, Detectors.keeping(kept), CheckLimit.USUAL);
    }

    ContentRedaction(Pseudonyms pseudonyms, List<Detector> detectors) {
        this(pseudonyms, Detectors.of(detectors), CheckLimit.USUAL);
    }

    /**
     * One with detectors of its own.
     *
     * @param most time that the check of a row may take
     */
    ContentRedaction(Pseudonyms pseudonyms, Detectors detectors, Duration most) {
        this.pseudonyms = pseudonyms;
        this.limit = new CheckLimit(most);
        this.texts = texts(detectors.ofForm(), detectors.kept());
        this.prose = texts(detectors.all(), detectors.kept());
        this.described = texts(detectors.described(), detectors.kept());
        this.joins = new JoinRedactor(texts, pseudonyms);
        this.signals = new SignalRedactor(prose, joins, pseudonyms);
        this.paths = new PathRedactor(texts, pseudonyms);
    }

    private TextRedactor texts(List<Detector> detectors, KeptWords kept) {
        return new TextRedactor(new TextSearch(detectors, limit), pseudonyms).keeping(kept);
    }

    @Override
    public Span span(Span span) throws PrivacyFailure {
        SeenValues seen = new SeenValues();
        return lookedAgain(firstLook(span, seen), seen);
    }

    @Override
    public List<Span> spans(List<Span> together) throws PrivacyFailure {
        Map<String, SeenValues> seen = new HashMap<>();
        List<OnceOver> once = new ArrayList<>(together.size());
        for (Span span : together) {
            once.add(firstLook(span, seen.computeIfAbsent(scope(span), none -> new SeenValues())));
        }
        List<Span> kept = new ArrayList<>(together.size());
        for (OnceOver each : once) {
            kept.add(lookedAgain(each, seen.getOrDefault(each.scope(), new SeenValues())));
        }
        return kept;
    }

    private static String scope(Span span) {
        return span.sessionId().orElse(span.traceId());
    }

    private OnceOver firstLook(Span span, SeenValues seen) throws PrivacyFailure {
        return limited(() -> {
            String scope = scope(span);
            Map<String, String> known = known(span);
            FirstLook first = new FirstLook();
            Span joined = joined(span);
            Optional<NotedAliases> aliases = NotedAliases.of(span, pseudonyms);
            UnaryOperator<TextRedactor> look = each -> each.noting(seen).aliased(aliases);
            if (span.subject().isPresent()) {
                look.apply(prose).noteWhom(span.subject().get(), scope);
            }
            SpokenRedactor spoken =
                    spoken(look, first, repeating(span).map(all -> all.first(scope, aliases.isPresent())));
            Span said = NotedAliases.in(said(span, joined, known, scope, spoken), aliases, scope);
            return new OnceOver(span, known, scope, first, aliases, said);
        });
    }

    /**
     * What was said is gone over again as it was logged: a name that is found only in part here may be known as a whole from
     * elsewhere in the row or in the session.
     */
    private Span lookedAgain(OnceOver once, SeenValues seen) throws PrivacyFailure {
        if (seen.noted().isEmpty()) {
            return once.redacted();
        }
        return limited(() -> {
            Recall.Known known = recall().known(once.scope(), seen);
            if (known.detector().findsNothing()) {
                return once.redacted();
            }
            SpokenRedactor spoken = spoken(
                    each -> each.withSeen(known.detector()).aliased(once.aliases()),
                    once.first(),
                    repeating(once.logged())
                            .map(all -> all.again(once.scope(), once.aliases().isPresent(), known)));
            Span said = said(once.logged(), once.redacted(), once.known(), once.scope(), spoken);
            return NotedAliases.in(said, once.aliases(), once.scope());
        });
    }

    /** What is known of the rows before, for a row that repeats them: one without a history has nothing to look up. */
    private Optional<Recall> repeating(Span span) {
        boolean history = span.messagesIn().stream().anyMatch(message -> message.role() == Role.ASSISTANT);
        return history ? Optional.of(recall()) : Optional.empty();
    }

    private Recall recall() {
        Recall known = recall;
        if (known == null) {
            known = new Recall();
            recall = known;
        }
        return known;
    }

    private <T> T limited(FailClosed.Check<T> check) throws PrivacyFailure {
        limit.begin();
        try {
            T checked = FailClosed.checked(check);
            limit.end();
            return checked;
        } finally {
            limit.close();
        }
    }

    /**
     * What goes over what was said in a row.
     *
     * @param look what texts are gone over with of what was found elsewhere, or is to be found elsewhere
     * @param before what became of texts that were gone over in this way in the rows before, where the row repeats any
     */
    private SpokenRedactor spoken(UnaryOperator<TextRedactor> look, FirstLook first, Optional<SaidBefore> before) {
        JsonRedactor said = JsonRedactor.ofRow(look.apply(prose), pseudonyms, first, before);
        ToolRedactor offered = new ToolRedactor(joins, said, look.apply(described), look.apply(texts), pseudonyms);
        return new SpokenRedactor(said, joins, offered, texts, recall());
    }

    @Override
    public Signal signal(Signal signal) throws PrivacyFailure {
        return limited(() -> signals.redact(signal));
    }

    @Override
    public String key(String text) {
        return pseudonyms.key(text);
    }

    @Override
    public String digest(String plain) {
        return pseudonyms.record(plain);
    }

    @Override
    public String path(String path) {
        return paths.redact(path);
    }

    /** The row's ids, which may stand in other fields too, and what stands for them; very short ones are as any number. */
    private Map<String, String> known(Span span) {
        Map<String, String> known = new HashMap<>();
        span.groupId().ifPresent(id -> known.put(id, pseudonyms.group(id)));
        span.sessionId().ifPresent(id -> known.put(id, pseudonyms.session(id)));
        span.subject().ifPresent(id -> known.put(id, pseudonyms.subject(id).pseudonym()));
        known.keySet().removeIf(id -> id.length() < SHORTEST_ID);
        return known;
    }

    /** The span with its ids and names as they may be kept, and what was said in it as it was. */
    private Span joined(Span span) throws PrivacyFailure {
        return Span.of(span.source(), joins.id(span.traceId()), joins.id(span.spanId()), span.kind())
                .from(span)
                .project(joins.name(span.project()))
                .recordId(joins.ids(span.recordId()))
                .parentSpanId(joins.ids(span.parentSpanId()))
                .continuesSpanId(joins.ids(span.continuesSpanId()))
                .sessionId(span.sessionId().map(pseudonyms::session))
                .subject(span.subject().map(pseudonyms::subject).map(Subject::pseudonym))
                .groupId(span.groupId().map(pseudonyms::group))
                .agent(joins.names(span.agent()))
                .agentVersion(joins.version(span.agentVersion()))
                .build();
    }

    /** What was said in a span, as it may be kept, in place of what a span that is joined already has. */
    private static Span said(Span span, Span joined, Map<String, String> known, String scope, SpokenRedactor spoken)
            throws PrivacyFailure {
        int in = span.messagesIn().size();
        List<Message> both = new ArrayList<>(span.messagesIn());
        both.addAll(span.messagesOut());
        List<Message> messages = spoken.messages().messages(both, span.tools(), known, scope);
        return joined.toBuilder()
                .name(spoken.name(span, scope))
                .messagesIn(messages.subList(0, in))
                .messagesOut(messages.subList(in, messages.size()))
                .tools(spoken.offered().tools(span.tools(), scope))
                .toolUse(spoken.toolUse(span.toolUse(), scope))
                .failure(spoken.failure(span.failure(), scope))
                .model(spoken.model(span.model(), known, scope))
                .attributes(spoken.json().redactWithUsers(span.attributes(), known, scope))
                .build();
    }
}
