package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/**
 * Passwords, keys and tokens: those of issuers that mark them ({@link SecretRule}), private keys and JSON web tokens
 * ({@link SecretForm}), what is sent as authorization (RFC 9110), and what a password or key is set to
 * ({@link SecretSetting}), in a text or under a JSON key.
 */
public final class SecretDetector implements Detector {
    private static final String TYPE = "SECRET";
    private static final int LONGEST = 8192;

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (CookieHeader.isLabel(label)) {
            CookieHeader.values(text, 0, (start, end) -> accept(text, start, end, sink));
            return;
        }
        boolean labelled = text.length() <= LONGEST
                && (Label.of(label).isSecret() || (ShortName.isOne(label) && SecretValue.isMixed(text.strip())));
        boolean folder = labelled && label.equalsIgnoreCase("pwd") && SecretValue.isFolder(text);
        if (labelled && !folder && SecretValue.isSecret(text.strip(), SecretValue.LEAST_CHOSEN)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        Mentions.Places mentions = scan.mentions().of(Topic.SECRET);
        int from = 0;
        for (int i = 0; i < mentions.count(); i++) {
            // A prefix can be that of another one: where one was found the search goes on behind.
            int end = mentions.end(i);
            if (end > from) {
                from = Math.max(from, find(text, mentions.word(i), end, sink));
            }
        }
    }

    /** The end of what is found behind a word; 0 where nothing is. */
    private static int find(String text, int word, int end, Consumer<Finding> sink) {
        if (SecretWords.isPrefix(word)) {
            SecretRule rule = SecretWords.rule(word);
            return accept(text, rule.start(end), rule.end(text, end), sink);
        }
        if (SecretWords.isName(word)) {
            return named(text, word, end, sink);
        }
        if (SecretWords.isArmour(word)) {
            return accept(text, end - SecretWords.ARMOUR.length(), SecretForm.armourEnd(text, end), sink);
        }
        if (SecretWords.isToken(word)) {
            int start = end - SecretWords.TOKEN.length();
            return accept(text, start, SecretForm.tokenEnd(text, start), sink);
        }
        if (SecretWords.isCookie(word)) {
            return CookieHeader.find(text, end, (start, last) -> accept(text, start, last, sink));
        }
        if (SecretWords.isPasswordOption(word)) {
            SecretSetting set = SecretSetting.ofOption(text, end);
            boolean secret = SecretValue.isSecret(text.substring(set.start(), set.end()), SecretValue.LEAST_CHOSEN);
            return secret ? accept(text, set.start(), set.end(), sink) : 0;
        }
        int user = BasicUser.start(text, end);
        return accept(text, user, BasicUser.end(text, user), sink);
    }

    private static int named(String text, int name, int end, Consumer<Finding> sink) {
        if (SecretWords.isWhole(name) && !ShortName.isWhole(text, end)) {
            return 0;
        }
        int start = SecretWords.isScheme(name) ? end : SecretSetting.start(text, end);
        if (start < 0) {
            if (SecretWords.isChosen(name)) {
                SecretSetting strong = SecretSetting.strong(text, end);
                return accept(text, strong.start(), strong.end(), sink);
            }
            int last = SecretWords.isSecret(name) ? SecretSetting.keyEnd(text, end) : -1;
            return accept(text, end + 1, last, sink);
        }
        SecretSetting set = SecretSetting.at(text, start);
        String value = text.substring(set.start(), set.end());
        if (SecretWords.isWhole(name) && !ShortName.mayBe(text, end, value, set.quoted())) {
            return 0;
        }
        if ((SecretWords.isShort(name) && !set.quoted() && !SecretValue.isStrong(value))
                || (SecretWords.isFolder(name) && SecretValue.isFolder(value))) {
            return 0;
        }
        if (!set.quoted() && SecretCode.is(text, set.start(), set.end())) {
            return 0;
        }
        boolean chosen = SecretWords.isChosen(name);
        boolean plain = chosen && !set.quoted() && SecretPlain.is(text, end - SecretWords.length(name), end, set);
        return plain || SecretValue.isOne(value, chosen, set.quoted()) ? accept(text, set.start(), set.end(), sink) : 0;
    }

    private static int accept(String text, int start, int end, Consumer<Finding> sink) {
        if (end <= start) {
            return 0;
        }
        sink.accept(new Finding(TYPE, start, end, text.substring(start, end)));
        return end;
    }
}
