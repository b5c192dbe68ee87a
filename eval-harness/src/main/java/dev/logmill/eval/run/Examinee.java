package dev.logmill.eval.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A model before a questionnaire: what it has still to be asked, and what came of the rest. Until every model has
 * answered once, each is asked one question at a time: so a wrong address, name or setting costs next to nothing.
 */
final class Examinee {
    private final Questionnaire asked;
    private final int number;
    private final ChatClient client;
    private final Breaker breaker = new Breaker();
    private final Deque<Question> open = new ArrayDeque<>();
    private final Map<String, Trial> kept = new TreeMap<>();
    private final Map<String, Outcome> failed = new TreeMap<>();
    private final Map<Outcome, String> words = new TreeMap<>();
    private final int before;
    private int underWay;
    private boolean answers;
    private Effort effort = Effort.NONE;
    private Optional<String> stopped = Optional.empty();

    /** A model of whose trials those of attempt {@code number} count. */
    Examinee(Questionnaire asked, Collection<Trial> known, int number, ChatClient client) {
        this.asked = asked;
        this.number = number;
        this.client = client;
        Map<String, Trial> byKey =
                known.stream().collect(Collectors.toMap(Trial::trialKey, Function.identity(), (one, same) -> one));
        for (Question question : asked.questions()) {
            Optional<Trial> trial = Optional.ofNullable(byKey.get(Trial.key(question.id(), number)));
            trial.ifPresentOrElse(there -> keep(question, there), () -> open.add(question));
        }
        this.before = kept.size();
    }

    String name() {
        return asked.model();
    }

    ChatClient client() {
        return client;
    }

    /** Whether it has answered once, or has nothing to answer. */
    boolean isReady() {
        return answers || isDone();
    }

    /** The questions whose turn it is: all once every model is ready, one before. They are under way from here on. */
    List<Question> turn(boolean everyModelIsReady) {
        int most = everyModelIsReady ? open.size() : isReady() || underWay > 0 ? 0 : 1;
        List<Question> turn = open.stream().limit(most).toList();
        turn.forEach(question -> open.remove());
        underWay += turn.size();
        return turn;
    }

    /** Takes a reply; the trial that must be kept, where there is one. */
    Optional<Trial> take(Question question, Reply reply) {
        underWay--;
        effort = effort.plus(reply, asked.endpoint());
        reply.words().ifPresent(said -> words.putIfAbsent(reply.outcome(), said));
        Optional<String> enough = breaker.after(reply)
                .or(() -> reply.outcome() == Outcome.RATE_LIMITED ? client.refusedTooLong() : Optional.empty());
        stopped = stopped.or(() -> enough);
        Optional<Trial> trial = reply.transcript().map(said -> asked.trial(question, number, reply, said));
        trial.ifPresentOrElse(
                answered -> {
                    answers = true;
                    keep(question, answered);
                },
                () -> question.caseIds().forEach(caseId -> failed.put(caseId, reply.outcome())));
        return trial;
    }

    private void keep(Question question, Trial trial) {
        question.caseIds().forEach(caseId -> kept.put(caseId, trial));
    }

    /** Gives it up, unless it was before. */
    void stop(String why) {
        stopped = stopped.or(() -> Optional.of(why));
    }

    boolean isStopped() {
        return stopped.isPresent();
    }

    boolean isDone() {
        return open.isEmpty() && underWay == 0;
    }

    /** Cases that are dealt with. */
    int done() {
        return kept.size() + failed.size();
    }

    /** What came of it; what was not answered and did not fail was not asked. */
    Trials trials() {
        asked.questions().stream()
                .flatMap(question -> question.caseIds().stream())
                .filter(caseId -> !kept.containsKey(caseId))
                .forEach(caseId -> failed.putIfAbsent(caseId, Outcome.NOT_ASKED));
        return new Trials(kept, failed, words, before, effort, stopped);
    }
}
