package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Names of people on the net that nothing calls so: {@code @bigdave99}, {@code froggo#4821}, {@code u/froggo_4821}. Behind an at sign
 * also stand annotations, packages and variables: their words are known, or they are written as code is. Before a hash stand
 * projects, too ({@link DiscordTag}).
 */
public final class HandleDetector implements Detector {
    private static final int LEAST = 3;
    private static final int LEAST_UNKNOWN = 5;
    private static final int MOST = 32;
    private static final int TAG = 4;

    /** Behind these an at sign calls somebody. */
    private static final Set<String> SOCIAL = Phrases.of(
            "cc|thanks|thank you|ping|hey|hi|hello|by|assigned to|assign to|assignee|author|reviewer|reviewers|follow|following|follows"
                    + "|from|dm|message|ask|asked|via|credit|credits|mentioned|tag|tagged|with|venmo|cashapp|cash app|paypal|mastodon"
                    + "|bluesky|threads|friend|friends|add me|love|kudos|welcome");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.ats() > 0 || signs.escaped() || signs.digits() >= TAG || signs.slashes();
    }

    /** As precise as on invented texts: a word behind an at sign may be that of a language that nobody thought of. */
    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (scan.signs().ats() > 0) {
            for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
                mention(text, at, sink);
                onMachine(text, at, sink);
                UpiAddress.find(text, at, sink);
            }
        }
        if (scan.signs().escaped()) {
            for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
                int end = DomainLogin.end(text, at);
                if (end > at + 1) {
                    accept(at + 1, end, text.substring(at + 1, end), sink);
                }
            }
        }
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            if (scan.length(run) == TAG && start > LEAST && text.charAt(start - 1) == '#') {
                tagged(text, start, sink);
            }
        }
        Mentions.Places networks = scan.mentions().of(Topic.NETWORK);
        for (int i = 0; i < networks.count(); i++) {
            if (networks.word(i) == Topic.OF_REDDIT) {
                ofReddit(text, networks.end(i), sink);
            }
        }
    }

    private static void mention(String text, int at, Consumer<Finding> sink) {
        boolean begins = at == 0 || text.charAt(at - 1) <= ' ' || "([,\"'*>".indexOf(text.charAt(at - 1)) >= 0;
        if (!begins) {
            return;
        }
        int end = end(text, at + 1);
        boolean code = end < text.length() && "/({@=\\".indexOf(text.charAt(end)) >= 0;
        String name = text.substring(at + 1, end);
        if (!code && isLong(name) && isSomebody(text, at, name)) {
            accept(at, end, name, sink);
        }
    }

    /** Who logs in on a machine that goes by its address: ssh kparker@198.51.100.14. */
    private static void onMachine(String text, int at, Consumer<Finding> sink) {
        int start = at;
        while (start > 0 && at - start <= MOST && (isPart(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
            start--;
        }
        String name = text.substring(start, at);
        String small = name.toLowerCase(Locale.ROOT);
        boolean begins = start == 0 || " \n\"'=(".indexOf(text.charAt(start - 1)) >= 0;
        boolean login = isLong(name) && !SharedLogins.has(small) && !Lexicon.isEnglish(small);
        if (begins && login && isAddress(text, at + 1)) {
            accept(start, at, name, sink);
        }
    }

    /** Four groups of digits. */
    private static boolean isAddress(String text, int from) {
        int dots = 0;
        int i = from;
        while (i < text.length() && (Letters.isDigit(text.charAt(i)) || (i > from && text.charAt(i) == '.'))) {
            dots += text.charAt(i) == '.' && Letters.digitAt(text, i + 1) ? 1 : 0;
            i++;
        }
        return dots == 3;
    }

    private static boolean isSomebody(String text, int at, String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (SharedLogins.has(small) || CodeMark.is(text, small, at, at + 1 + name.length())) {
            return false;
        }
        if (LoginNear.isOnNetwork(text, at + 1 + name.length())) {
            return true;
        }
        boolean written = name.equals(small) || Lexicon.is(small, Lexicon.GIVEN);
        if ((LoginForm.is(name) && hasDigit(name)) || (written && NamedLogin.is(name))) {
            return true;
        }
        return name.equals(small)
                && name.length() >= LEAST_UNKNOWN
                && Lexicon.isUnknown(firstPart(small))
                && (Cues.before(text, at, "").endWith(SOCIAL) || LoginNear.speaks(text, at + 1 + name.length()));
    }

    private static void tagged(String text, int digits, Consumer<Finding> sink) {
        int end = digits + TAG;
        int start = digits - 1;
        while (start > 0 && digits - start <= MOST && isPart(text.charAt(start - 1))) {
            start--;
        }
        // [kubernetes#5316]: a request of a project, as its notes point to it.
        boolean pointed = start > 0 && text.charAt(start - 1) == '[' && text.startsWith("]", end);
        boolean within = pointed || (start > 0 && "/#@-".indexOf(text.charAt(start - 1)) >= 0);
        boolean goesOn = Letters.wordAt(text, end) || (end < text.length() && text.charAt(end) == '-');
        String name = text.substring(start, digits - 1);
        String word = firstPart(name.toLowerCase(Locale.ROOT));
        if (within || goesOn || !isLong(name) || SharedLogins.has(word)) {
            return;
        }
        if (DiscordTag.is(text, start, end)) {
            accept(start, end, text.substring(start, end), sink);
        }
    }

    private static void ofReddit(String text, int from, Consumer<Finding> sink) {
        int start = from - 2;
        boolean begins = start == 0 || " \n(\"'".indexOf(text.charAt(start - 1)) >= 0;
        int end = end(text, from);
        String name = text.substring(from, end);
        if (begins && isLong(name) && (hasDigit(name) || Lexicon.isUnknown(firstPart(name.toLowerCase(Locale.ROOT))))) {
            accept(from, end, name, sink);
        }
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && end - from <= MOST && (isPart(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        while (end > from && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.';
    }

    private static boolean isLong(String name) {
        return name.length() >= LEAST
                && name.length() <= MOST
                && name.chars().anyMatch(c -> Letters.isAsciiLetter((char) c));
    }

    /** The letters that it begins with. */
    private static String firstPart(String name) {
        int end = 0;
        while (end < name.length() && Letters.isAsciiLetter(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    private static boolean hasDigit(String name) {
        return name.chars().anyMatch(c -> Letters.isDigit((char) c));
    }

    private static void accept(int start, int end, String name, Consumer<Finding> sink) {
        sink.accept(new Finding("USERNAME", start, end, name.toLowerCase(Locale.ROOT)));
    }
}
