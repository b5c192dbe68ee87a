package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/** The name or login of somebody in what their device is called: {@code Janes-iPhone}, {@code jroe-laptop}, {@code DESKTOP-JROE}. */
public final class DeviceNameDetector implements Detector {
    private static final int LONGEST = 40;
    private static final int LEAST = 3;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.dashes() > 0;
    }

    /** A name is a word like others. */
    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        Mentions.Places mentions = scan.mentions().of(Topic.DEVICE_NAME);
        int from = 0;
        for (int i = 0; i < mentions.count(); i++) {
            int at = mentions.end(i) - 1;
            if (at >= from) {
                from = find(text, at, from, sink);
            }
        }
    }

    /** Looks at the name of a device that a char is in; gives the index behind it. */
    private static int find(String text, int at, int least, Consumer<Finding> sink) {
        int start = at;
        while (start > least && at - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && end - at < LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        int dash = text.substring(start, end).indexOf("-") + start;
        if (dash < start || isWithinPath(text, start, end)) {
            return end;
        }
        String first = text.substring(start, dash);
        if (first.equals("DESKTOP") || first.equals("LAPTOP")) {
            login(text, dash + 1, end, sink);
        } else {
            owner(text, start, dash, sink);
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '-';
    }

    /** A part of an address, of a file's name or of a style sheet. */
    private static boolean isWithinPath(String text, int start, int end) {
        boolean before = start > 0 && "/.@#$".indexOf(text.charAt(start - 1)) >= 0;
        return before || (end < text.length() && "/(".indexOf(text.charAt(end)) >= 0);
    }

    /** Whose it is: a given name, mostly with the s of a genitive, or a login. */
    private static void owner(String text, int start, int dash, Consumer<Finding> sink) {
        String word = text.substring(start, dash).toLowerCase(Locale.ROOT);
        String named = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (NamedLogin.isGiven(named)) {
            sink.accept(new Finding("PERSON", start, start + named.length(), named));
        } else if (NamedLogin.isGiven(word)) {
            sink.accept(new Finding("PERSON", start, dash, word));
        } else if (NamedLogin.is(word)) {
            sink.accept(new Finding("USERNAME", start, dash, word));
        }
    }

    /** In capitals, as Windows has them: an initial and a surname, or another login that is made of a name. */
    private static void login(String text, int start, int end, Consumer<Finding> sink) {
        String word = text.substring(start, end);
        String login = word.toLowerCase(Locale.ROOT);
        boolean written = word.length() > LEAST && word.equals(word.toUpperCase(Locale.ROOT));
        if (written && !EnglishWords.has(login) && (NamedLogin.is(login) || NamedLogin.isInitialed(login))) {
            sink.accept(new Finding("USERNAME", start, end, login));
        }
    }
}
