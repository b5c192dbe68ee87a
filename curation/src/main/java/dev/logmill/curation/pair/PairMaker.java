package dev.logmill.curation.pair;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.CanonicalConversations.Canonical;
import dev.logmill.curation.run.MessageChain;
import dev.logmill.curation.run.ResponseFormat;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunConversation;
import dev.logmill.curation.run.Step;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the pairs out of a run: what was sent and what came back.
 *
 * <ul>
 *   <li>Every step is a step pair: the exact messages and tools sent, to the first message that came back.
 *   <li>A run of one call is a job: one job pair and no step pair, for they would say the same. An attempt that failed and
 *       was repeated does not count as a call.
 *   <li>Besides its steps a run is a job pair only where the agent span logs an input or an answer that its steps do not
 *       show; the same input without the system prompt is no other input, nor is that of a run of one call in JSON or without
 *       the prompt around it (see {@link WrappedExchange}). A run that calls tools, or in which tools or
 *       retrievers act, is no function of its input, so its steps teach and the job does not.
 * </ul>
 *
 * <p>Failed attempts that were repeated are candidates too, for a rule to refuse: what is considered adds up.
 */
public final class PairMaker {
    private final Run run;
    private final RunConversation conversation;
    private final CanonicalConversations canonical = new CanonicalConversations();
    private final Map<Integer, String> toolDigests = new HashMap<>();

    private PairMaker(Run run) {
        this.run = run;
        this.conversation = new RunConversation(run);
    }

    /** All candidates of a run, its steps in order, then its job. */
    public static List<Candidate> pairs(Run run) {
        return new PairMaker(run).candidates();
    }

    private List<Candidate> candidates() {
        List<Candidate> steps = new ArrayList<>();
        for (int i = 0; i < run.steps().size(); i++) {
            steps.add(step(i));
        }
        List<Candidate> judged = Retries.marked(steps);
        List<Candidate> calls = judged.stream()
                .filter(candidate -> candidate.attempt() != Attempt.SUPERSEDED)
                .toList();
        List<Candidate> all = new ArrayList<>(judged);
        boolean ownJob = new OwnJob(run, conversation).isLogged(calls);
        if (calls.size() == 1 && !ownJob) {
            all.remove(calls.get(0));
            all.add(asJob(calls.get(0)));
        } else if (ownJob) {
            all.add(loggedJob(calls));
        }
        return all;
    }

    private Candidate step(int index) {
        Step step = run.steps().get(index);
        boolean last = index == run.steps().size() - 1;
        Exchange exchange = new Exchange(conversation.input(index), request(step), conversation.answer(index));
        return candidate(PairUnit.STEP, index, Optional.of(step), last, exchange);
    }

    private Candidate asJob(Candidate call) {
        int index = call.step();
        Exchange exchange = new Exchange(
                conversation.input(index),
                call.call().map(this::request).orElse(Request.PLAIN),
                conversation.answer(index));
        return candidate(PairUnit.JOB, index, call.call(), true, exchange).as(call.attempt());
    }

    /** What went into the agent was offered no tools: those are the agent's own affair. */
    private Candidate loggedJob(List<Candidate> calls) {
        Optional<Candidate> last = last(calls);
        Exchange exchange = new Exchange(MessageChain.of(run.input()), Request.PLAIN, run.output());
        return candidate(
                PairUnit.JOB, last.map(Candidate::step).orElse(0), last.flatMap(Candidate::call), true, exchange);
    }

    private Candidate candidate(PairUnit unit, int index, Optional<Step> step, boolean terminal, Exchange exchange) {
        MessageChain sent = exchange.sent();
        Request request = exchange.request();
        Canonical input = canonical.of(sent);
        Optional<Canonical> whole = exchange.answer().map(message -> canonical.of(sent.plus(message)));
        String form = request.format().orElse("");
        String outcome = whole.map(Canonical::digest).orElse("unanswered");
        Digest pairId = Digest.of("pair", run.agent(), unit.name(), input.digest(), request.digest(), form, outcome);
        String inputId = inputId(input, request);
        return new Candidate(
                run,
                unit,
                index,
                step,
                terminal,
                Attempt.ONLY,
                pairId.id(),
                inputId,
                history(sent, request),
                input.messages().messages(),
                request.tools(),
                request.format(),
                whole.flatMap(both -> both.messages().last()));
    }

    private String inputId(Canonical input, Request request) {
        String form = request.format().orElse("");
        return Digest.of("input", run.agent(), input.digest(), request.digest(), form)
                .id();
    }

    /** What was the input each time before the conversation's assistant spoke. */
    private List<String> history(MessageChain sent, Request request) {
        List<String> history = new ArrayList<>();
        for (MessageChain at = sent; at.size() > 1; at = at.before()) {
            if (at.last().filter(message -> message.role() == Role.ASSISTANT).isPresent()) {
                history.add(inputId(canonical.of(at.before()), request));
            }
        }
        return history;
    }

    private Request request(Step step) {
        Optional<String> format = ResponseFormat.of(step.model());
        return step.toolset()
                .map(set -> {
                    List<Tool> tools = run.toolsets().get(set).tools();
                    return new Request(tools, toolDigests.computeIfAbsent(set, unseen -> digest(tools)), format);
                })
                .orElseGet(() -> new Request(List.of(), "", format));
    }

    private static String digest(List<Tool> tools) {
        Digest digest = Digest.of("tools");
        for (Tool tool : tools) {
            digest.add(tool.name());
            CanonicalConversations.add(digest, tool.description());
            CanonicalConversations.add(digest, tool.parameters());
        }
        return digest.hex();
    }

    private static Optional<Candidate> last(List<Candidate> calls) {
        return calls.stream().reduce((earlier, later) -> later);
    }

    /** What was asked besides the messages. */
    private record Request(List<Tool> tools, String digest, Optional<String> format) {
        static final Request PLAIN = new Request(List.of(), "", Optional.empty());
    }

    private record Exchange(MessageChain sent, Request request, Optional<Message> answer) {}
}
