package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What people are known by on the net: what is called a user name or login, and handles behind the name of a network. A word alone
 * is one only where nothing else could be meant, and {@link SharedLogins} name nobody.
 */
public final class LoginDetector implements Detector {
    private static final int LEAST_WORD = 5;

    private static final List<String> NAMES = Topic.CALLED_WORD.parts();
    private static final int FIRST_LOOSE = NAMES.indexOf("user ");
    private static final int FIRST_ACTING = NAMES.indexOf("logged in as ");

    /** Behind who runs something, in the log of sudo: "sudo: kparker : TTY=pts/0 ; PWD=/srv ; USER=root". */
    private static final String SUDO = " : tty=";

    private static final int LAST_MONTH = NAMES.indexOf("/dec/2");
    private static final int OF_NUMBER = NAMES.indexOf(LogLogin.UID);
    private static final int OF_SUDO = NAMES.indexOf(SUDO);
    private static final Set<Integer> OF_NOTES = Set.of(NAMES.indexOf("todo("), NAMES.indexOf("fixme("));
    private static final int OF_DEEDS_ALONE = NAMES.indexOf("account ");
    private static final int OF_ACCOUNT = NAMES.indexOf("account of ");
    private static final Set<Integer> OF_CASH =
            Set.of(NAMES.indexOf("cashapp"), NAMES.indexOf("cash app"), NAMES.indexOf("cashtag"));
    private static final Set<Integer> OF_GAMERS =
            Set.of(NAMES.indexOf("gamertag"), NAMES.indexOf("gamer tag"), NAMES.indexOf("psn"));

    /** What networks are called, and what is no network. */
    private static final Set<Integer> OF_PROGRAMS = Set.of(NAMES.indexOf("snap"), NAMES.indexOf("steam"));

    /** Behind these, too, stand programs and their releases. */
    private static final Set<Integer> OF_CODE = Set.of(NAMES.indexOf("github"), NAMES.indexOf("gitlab"));

    private static final int FIRST_NETWORK = NAMES.indexOf("handle");
    private static final int FIRST_OTHER = NAMES.indexOf("swift");

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (LoginLabel.is(label, text)) {
            accept(text, 0, text.length(), sink);
            return;
        }
        ShellLogin.find(scan, sink);
        CommandLogin.find(scan, sink);
        Mentions.Places mentions = scan.mentions().of(Topic.CALLED_WORD);
        int from = 0;
        for (int i = 0; i < mentions.count(); i++) {
            int word = mentions.word(i);
            Optional<CalledWord> near = near(text, word, mentions.end(i));
            if (near.isEmpty() && word >= FIRST_NETWORK && word < FIRST_OTHER) {
                near = NetworkName.near(text, mentions.end(i) - NAMES.get(word).length(), mentions.end(i));
            }
            if (near.isPresent()
                    && near.get().start() >= from
                    && LoginWord.isOne(near.get().of(text), true)) {
                accept(text, near.get().start(), near.get().end(), sink);
                from = near.get().end();
                continue;
            }
            if (word <= OF_NUMBER
                    || (OF_CODE.contains(word)
                            && !LoginForm.is(
                                    CalledWord.behind(text, mentions.end(i)).of(text)))
                    || (ForeignLogin.isName(word) && !ForeignLogin.is(text, word, mentions.end(i)))
                    || (OF_PROGRAMS.contains(word) && !LoginNear.isMarked(text, mentions.end(i)))) {
                continue;
            }
            boolean acting = mentions.word(i) >= FIRST_ACTING && mentions.word(i) < FIRST_NETWORK;
            boolean loose = mentions.word(i) >= FIRST_LOOSE && !acting && mentions.word(i) < FIRST_NETWORK;
            int end = loose || acting ? mentions.end(i) - 1 : mentions.end(i);
            if (loose || acting) {
                boolean deed = word == OF_DEEDS_ALONE;
                from = Math.max(from, end >= from ? findLoose(text, end, acting, deed, sink) : 0);
            } else if (end >= from && mentions.word(i) < FIRST_OTHER) {
                from = Math.max(from, find(text, end, mentions.word(i) >= FIRST_NETWORK, sink));
            }
        }
    }

    /** What stands elsewhere than right behind what calls it so. */
    private static Optional<CalledWord> near(String text, int word, int end) {
        if (word <= LAST_MONTH) {
            return LogLogin.ofAccess(text, end);
        }
        if (word == OF_NUMBER) {
            return LogLogin.ofNumber(text, end);
        }
        if (word == OF_SUDO) {
            return LoginNear.ofSudo(text, end - SUDO.length());
        }
        if (OF_CASH.contains(word)) {
            return LoginNear.ofCash(text, end);
        }
        if (OF_NOTES.contains(word)) {
            return LoginNear.ofNote(text, end);
        }
        if (word == OF_ACCOUNT) {
            return LoginNear.ofAccount(text, end);
        }
        return OF_GAMERS.contains(word) ? LoginNear.ofGamer(text, end) : Optional.empty();
    }

    private static int find(String text, int nameEnd, boolean network, Consumer<Finding> sink) {
        if (Letters.wordAt(text, nameEnd) && !text.startsWith("gram", nameEnd)) {
            return LoginList.find(text, nameEnd, sink);
        }
        int end = text.startsWith("gram", nameEnd) ? nameEnd + 4 : nameEnd;
        CalledWord called = CalledWord.behind(text, NetworkName.behindPlace(text, end));
        if (network && text.startsWith(NetworkName.OF_SKYPE, called.start())) {
            called = called.from(text, called.start(), called.start() + NetworkName.OF_SKYPE.length());
        }
        String word = called.of(text);
        boolean code = (called.end() < text.length()
                        && "([{<".indexOf(text.charAt(called.end())) >= 0
                        && !called.isElement(text))
                || (network && CalledCode.isAssigned(text, end, called));
        boolean told =
                !word.isEmpty() && (isCalled(word, called, network) || (!network && ActingUser.acts(text, called)));
        if (code || !told) {
            return 0;
        }
        accept(text, called.start(), called.end(), sink);
        return called.end();
    }

    /**
     * Behind what calls things and ids so as well: user jsmith84.
     *
     * @param deed whether only what acts is one, whatever its form
     */
    private static int findLoose(String text, int nameEnd, boolean acting, boolean deed, Consumer<Finding> sink) {
        CalledWord called = CalledWord.behind(text, nameEnd);
        String word = called.of(text);
        boolean login = !deed && LoginWord.hasDigit(word) && LoginForm.is(word);
        boolean acts = acting
                ? ActingUser.isLogin(word)
                : ActingUser.acts(text, called)
                        || LogLogin.isPair(text, nameEnd, called)
                        || LogLogin.isNamed(text, nameEnd, called)
                        || (called.isElement(text) && LoginLabel.isOfSomebody(word));
        if (word.isEmpty() || !LoginWord.isOne(word, acts) || !(login || acts)) {
            return 0;
        }
        accept(text, called.start(), called.end(), sink);
        return called.end();
    }

    private static boolean isCalled(String word, CalledWord called, boolean network) {
        if (word.charAt(0) == '@') {
            return LoginWord.isOne(word.substring(1), true);
        }
        if (network || word.indexOf('@') >= 0) {
            return network && NetworkName.isOne(word, called);
        }
        boolean named = called.set() && (LoginForm.isInitialed(word) || NamedLogin.is(word));
        boolean dotted = word.indexOf('.') >= 0 && !called.quoted() && !LoginWord.hasDigit(word) && !named;
        return !dotted
                && LoginWord.isOne(word, called.quoted() || called.set())
                && (LoginWord.hasMark(word) || isWord(word, called));
    }

    /** Without a digit or mark it must be quoted, or behind a colon or "is", and be no word that anybody knows. */
    private static boolean isWord(String word, CalledWord called) {
        boolean letters = word.length() >= LEAST_WORD && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return letters
                && ((called.quoted() && Lexicon.isUnknown(word))
                        || (called.set() && (NamedLogin.is(word) || JoinedLogin.is(word))));
    }

    private static void accept(String text, int start, int end, Consumer<Finding> sink) {
        int first = text.charAt(start) == '@' ? start + 1 : start;
        sink.accept(
                new Finding("USERNAME", start, end, text.substring(first, end).toLowerCase(Locale.ROOT)));
    }
}
