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

    private static final int LEAST_KEY = 10;

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (CookieHeader.isLabel(label)) {
            CookieHeader.values(text, 0, (start, end) -> accept(text, start, end, sink));
            return;
        }
        boolean labelled = text.length() <= LONGEST && SecretLabel.is(label, text.strip());
        boolean folder = labelled && label.equalsIgnoreCase("pwd") && SecretValue.isFolder(text);
        if (labelled && !folder && SecretValue.isSecret(text.strip(), SecretValue.LEAST_CHOSEN)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        for (int word = 0; word < scan.longWords(); word++) {
            int start = scan.wordStart(word);
            accept(text, start, DiscordToken.end(text, start, scan.wordEnd(word)), sink);
        }
        MailWithPassword.find(scan, set -> accept(text, set, sink));
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
        return switch (SecretWords.kind(word)) {
            case PREFIX -> {
                SecretRule.Marked rule = SecretWords.rule(word);
                yield accept(text, rule.start(end), rule.end(text, end), sink);
            }
            case NAME -> named(text, SecretWords.name(word), end, sink);
            case ARMOUR -> accept(text, end - SecretWords.ARMOUR.length(), SecretForm.armourEnd(text, end), sink);
            case TOKEN -> {
                int start = end - SecretWords.TOKEN.length();
                yield accept(text, start, SecretForm.tokenEnd(text, start), sink);
            }
            case BOT -> accept(text, BotToken.start(text, end), BotToken.end(text, end), sink);
            case PAIR -> accept(text, SecretPair.password(text, end), sink);
            case PHRASE -> accept(text, SeedPhrase.behind(text, end), sink);
            case COOKIE -> CookieHeader.find(text, end, (start, last) -> accept(text, start, last, sink));
            case OPTION -> option(text, word, end, sink);
            case USER -> {
                int user = BasicUser.start(text, end);
                yield accept(text, user, BasicUser.end(text, user), sink);
            }
            case PLACE -> accept(text, SecretWords.place(word).password(text, end), sink);
            case SENT -> accept(text, SentToken.behind(text, end), sink);
            case KEY -> accept(text, SpokenKey.right(text, end), sink);
            case ONE -> accept(text, SecretOne.behind(text, end), sink);
            case COMMAND -> accept(text, SecretWords.command(word).password(text, end), sink);
        };
    }

    private static int option(String text, int word, int end, Consumer<Finding> sink) {
        SecretSetting set = SecretSetting.ofOption(text, end);
        String value = text.substring(set.start(), set.end());
        boolean tooShort = SecretWords.isOfKey(word) && value.length() < LEAST_KEY;
        boolean shown = SecretWords.isOfSsh(word) || (!tooShort && (set.quoted() || SecretValue.isMixed(value)));
        return shown && SecretValue.isSecret(value, SecretValue.LEAST_CHOSEN) && value.charAt(0) != '-'
                ? accept(text, set, sink)
                : 0;
    }

    private static int named(String text, SecretName name, int end, Consumer<Finding> sink) {
        if ((name.isWhole() && !ShortName.isWhole(text, end)) || name.isOfPages(text, end)) {
            return 0;
        }
        SecretSetting marked = SecretMarkup.behind(text, end);
        if (marked.end() > marked.start()) {
            return name.isOf(marked.of(text), marked.quoted()) ? accept(text, marked, sink) : 0;
        }
        int listed = SecretList.find(text, name, end, set -> accept(text, set, sink));
        if (listed > 0) {
            return listed;
        }
        int start = name.form() == SecretName.Form.SCHEME ? end : SecretSetting.start(text, end);
        if (start < 0) {
            SecretSetting beside = SecretBeside.of(text, name, end);
            return beside.end() > beside.start() ? accept(text, beside, sink) : unset(text, name, end, sink);
        }
        if (text.startsWith(SecretLabel.OF_JSON, start)) {
            return 0;
        }
        if (name.isChosen()) {
            int last = accept(text, SecretSetTo.chosen(text, name, end, start), sink);
            // "Password was reset to ...": what "was" sets is what was done.
            return last > 0 || name.isWhole() ? last : accept(text, SecretSaid.of(text, end), sink);
        }
        SecretSetting set = SecretSetting.at(text, start);
        if (name.form() == SecretName.Form.HEADER) {
            set = SecretSetTo.sent(text, set);
        }
        return SecretSetTo.isOne(text, name, end, set) ? accept(text, set, sink) : 0;
    }

    private static int unset(String text, SecretName name, int end, Consumer<Finding> sink) {
        if (name.isChosen()) {
            SecretSetting strong = SecretSetting.strong(text, end);
            boolean right = strong.end() > strong.start();
            SecretSetting listed = SecretDash.of(text, end - name.length(), end);
            if (!right && listed.end() > listed.start()) {
                return accept(text, listed, sink);
            }
            SecretSetting said = name.isWhole() ? listed : SecretSaid.of(text, end);
            if (said.end() > said.start()) {
                return Math.max(accept(text, said, sink), accept(text, SecretSaid.after(text, said), sink));
            }
            return accept(text, right ? strong : SecretNear.of(text, end - name.length(), end), sink);
        }
        boolean space = end + 1 < text.length() && text.charAt(end) == ' ';
        SecretSetting right = SecretSetting.at(text, space ? end + 1 : end);
        if (space && name.mayStandBefore(right.of(text))) {
            return accept(text, right, sink);
        }
        return name.isOfMachines() ? accept(text, SpokenKey.near(text, end), sink) : 0;
    }

    private static int accept(String text, SecretSetting set, Consumer<Finding> sink) {
        return accept(text, set.start(), set.end(), sink);
    }

    private static int accept(String text, int start, int end, Consumer<Finding> sink) {
        if (end <= start) {
            return 0;
        }
        sink.accept(new Finding(TYPE, start, end, text.substring(start, end)));
        return end;
    }
}
