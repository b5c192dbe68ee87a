package dev.logmill.export.dataset;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.trace.Message;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Preferences that another one turns round: the same input, better and worse answer exchanged. People disagree, and a
 * trainer that reads both learns from neither.
 */
public final class Reversals {
    private Reversals() {}

    /** Ids of the preferences that are contradicted by another one of them. */
    public static Set<String> of(Collection<Preference> preferences) {
        Set<List<Object>> said = new HashSet<>();
        preferences.forEach(one -> said.add(said(one, one.chosen(), one.rejected())));
        return preferences.stream()
                .filter(one -> said.contains(said(one, one.rejected(), one.chosen())))
                .map(Preference::preferenceId)
                .collect(Collectors.toSet());
    }

    private static List<Object> said(Preference preference, Message better, Message worse) {
        return List.of(preference.inputId(), answer(better), answer(worse));
    }

    private static List<Object> answer(Message message) {
        return List.of(
                message.content().orElse("").strip(),
                message.toolCalls().stream()
                        .map(call -> List.of(call.name(), call.arguments()))
                        .toList());
    }
}
