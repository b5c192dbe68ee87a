package dev.logmill.curation.privacy.detect;

import java.util.Optional;

/** Ids that a log gives people and that name them: a name as it is, or a login made of it; most ids tell nothing. */
public final class PersonalId {
    private static final String OF_NAMES = "Customer name: ";
    private static final String OF_LOGINS = "username: ";
    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 4;

    private PersonalId() {}

    /** The id as a sentence has it that calls it what it is; nothing where it names nobody. */
    public static Optional<String> called(String id) {
        if (isName(id)) {
            return Optional.of(OF_NAMES + id);
        }
        return LoginForm.is(id) || NamedLogin.is(id) ? Optional.of(OF_LOGINS + id) : Optional.empty();
    }

    private static boolean isName(String id) {
        Words words = Words.of(id);
        boolean few = words.count() >= LEAST_WORDS && words.count() <= MOST_WORDS;
        return few
                && id.chars().noneMatch(c -> Letters.isDigit((char) c))
                && words.written(0) == Words.Case.CAPITAL
                && words.written(words.count() - 1) == Words.Case.CAPITAL;
    }
}
