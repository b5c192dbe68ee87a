package dev.logmill.eval.grade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a text's numbers it gives as its answer: those that it calls the answer or puts behind an equals sign, else those
 * behind a verb or a colon, else all. Numbers in brackets are asides where there are others, and a number that the text says
 * it is not is none.
 *
 * @param all every number that is not an aside
 * @param given of them those that the text gives as its answer
 */
record GivenNumbers(List<Numbers.Written> all, List<Numbers.Written> given) {
    private static final int NAMED = 2;
    private static final int STATED = 1;
    private static final Set<String> VERBS =
            Set.of("is", "are", "was", "were", "be", "equals", "equal", "costs", "totals");
    private static final Set<String> ANSWER = Set.of("answer", "result", "total", "sum", "antwort", "ergebnis");

    static GivenNumbers of(String text) {
        String plain = Numbers.plain(text);
        List<Numbers.Written> meant = Numbers.of(plain).stream()
                .filter(one -> !Phrases.isNegation(Numbers.lastWord(plain, one.from())))
                .toList();
        List<Numbers.Written> outside =
                meant.stream().filter(one -> !isAside(plain, one)).toList();
        List<Numbers.Written> all = outside.isEmpty() ? meant : outside;
        int most = all.stream().mapToInt(one -> cue(plain, one.from())).max().orElse(0);
        return new GivenNumbers(
                all, all.stream().filter(one -> cue(plain, one.from()) == most).toList());
    }

    /** The one number that is given, where it is one and sure. */
    Optional<BigDecimal> one() {
        boolean one = !given.isEmpty()
                && given.stream()
                        .allMatch(number -> number.sure()
                                && number.value().compareTo(given.get(0).value()) == 0);
        return one ? Optional.of(given.get(0).value()) : Optional.empty();
    }

    private static boolean isAside(String text, Numbers.Written one) {
        int open = Math.max(text.lastIndexOf('(', one.from()), text.lastIndexOf('[', one.from()));
        int close = Math.max(text.lastIndexOf(')', one.from()), text.lastIndexOf(']', one.from()));
        return open >= 0 && close < open;
    }

    private static int cue(String text, int from) {
        int at = from;
        while (at > 0 && " *_`\"'\n".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        char before = at > 0 ? text.charAt(at - 1) : 0;
        if (before == '=' || before == '\u2248') {
            return NAMED;
        }
        if (before == '{') {
            return text.startsWith("boxed", Math.max(0, at - 6)) ? NAMED : 0;
        }
        if (before == ':') {
            return ANSWER.contains(Numbers.lastWord(text, at - 1)) ? NAMED : STATED;
        }
        String word = Numbers.lastWord(text, at);
        if (!VERBS.contains(word)) {
            return 0;
        }
        return ANSWER.contains(Numbers.lastWord(text, at - word.length())) ? NAMED : STATED;
    }
}
