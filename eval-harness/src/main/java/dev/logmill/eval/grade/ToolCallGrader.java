package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The answer calls just the tools of the reference, with the same arguments as JSON values; order does not count. A
 * reference without calls wants an answer without calls. Calls are matched one to one by augmenting paths (Kuhn 1955),
 * so that no call answers for two and no choice made early hides a match.
 */
final class ToolCallGrader implements Grader {
    @Override
    public Judgement grade(Message reference, Message answer) {
        List<ToolCall> wanted = reference.toolCalls();
        List<ToolCall> given = answer.toolCalls();
        int matched = matched(wanted, given);
        boolean all = matched == wanted.size() && matched == given.size();
        String names = String.join(", ", given.stream().map(ToolCall::name).toList());
        double value =
                wanted.isEmpty() && given.isEmpty() ? 1 : (double) matched / Math.max(wanted.size(), given.size());
        return new Judgement.Score(
                value,
                all,
                names,
                "%d of %d calls match, %d were made".formatted(matched, wanted.size(), given.size()));
    }

    /** Names of the tools that an answer calls beyond those of the reference. */
    static List<String> unasked(Message reference, Message answer) {
        List<String> asked = new ArrayList<>(
                reference.toolCalls().stream().map(ToolCall::name).toList());
        return answer.toolCalls().stream()
                .map(ToolCall::name)
                .filter(name -> !asked.remove(name))
                .toList();
    }

    private static int matched(List<ToolCall> wanted, List<ToolCall> given) {
        int[] owner = new int[given.size()];
        Arrays.fill(owner, -1);
        int matched = 0;
        for (int i = 0; i < wanted.size(); i++) {
            if (augment(i, wanted, given, owner, new ArrayList<>())) {
                matched++;
            }
        }
        return matched;
    }

    private static boolean augment(
            int i, List<ToolCall> wanted, List<ToolCall> given, int[] owner, List<Integer> tried) {
        for (int j = 0; j < given.size(); j++) {
            if (!tried.contains(j) && same(wanted.get(i), given.get(j))) {
                tried.add(j);
                if (owner[j] < 0 || augment(owner[j], wanted, given, owner, tried)) {
                    owner[j] = i;
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean same(ToolCall wanted, ToolCall given) {
        if (!wanted.name().equals(given.name())) {
            return false;
        }
        Optional<JsonNode> a = Json.container(wanted.arguments());
        Optional<JsonNode> b = Json.container(given.arguments());
        boolean parsed = a.isPresent() && b.isPresent();
        return parsed
                ? JsonEqualityGrader.same(a.orElseThrow(), b.orElseThrow())
                : wanted.arguments().equals(given.arguments());
    }
}
