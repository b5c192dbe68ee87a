package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.AnswerWords;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text that answers what the message before it asked: its first line is looked at behind the question, and behind what that asks for. */
final class Answer {
    /** Chars of the line; what is asked for stands at its beginning. */
    private static final int LONGEST = 200;

    private static final int MOST_PIECES = 5;

    /** Words of a sentence at least, and those of them that are looked at. */
    private static final int LEAST_OF_SENTENCE = 7;

    private static final int FIRST_OF_SENTENCE = 3;

    /** Things that one word answers, which a name may be only in part. */
    private static final Set<String> NAMES =
            Set.of("name", "names", "namen", "nom", "nombre", "nome", "naam", "navn", "namn");

    /** A JSON key under which one word is a name where it is none of English or a given one. */
    private static final String PART_OF_NAME = "first";

    private final String text;
    private final int from;
    private final int to;

    private Answer(String text) {
        this.text = text;
        int line = lineStart(text);
        int end = Math.min(lineEnd(text, line), line + LONGEST);
        this.from = said(text, line, end);
        this.to = end;
    }

    /** What is found in a text because it answers a question; places are those of the text. */
    static List<Detection> in(String text, Asked asked, TextSearch search) throws PrivacyFailure {
        Answer answer = new Answer(text);
        List<Detection> found = new ArrayList<>();
        if (answer.from < answer.to && !answer.isSentence()) {
            answer.find(asked.sentence() + "\n", answer.from, answer.to, search, found);
            answer.findAs(asked, answer.from, search, found);
            if (asked.things().size() > 1) {
                answer.piecewise(asked, search, found);
            }
        }
        return found;
    }

    /** Whether a whole sentence begins with a plain word and nothing that was asked for: then no more is found behind a question than without. */
    private boolean isSentence() {
        int words = 0;
        boolean plain = true;
        int start = from;
        while (plain && words < LEAST_OF_SENTENCE && start < to) {
            int space = text.indexOf(' ', start);
            int end = space < 0 || space > to ? to : space;
            plain = words >= FIRST_OF_SENTENCE || isPlain(text.substring(start, end), words == 0);
            words++;
            start = end + 1;
        }
        return plain && words == LEAST_OF_SENTENCE;
    }

    /** Whether a word has neither digits nor marks; the first one is an English word too and nobody's name. */
    private static boolean isPlain(String word, boolean first) {
        for (int i = 0; i < word.length(); i++) {
            if (!Letters.isAsciiLetter(word.charAt(i))) {
                return false;
            }
        }
        String small = word.toLowerCase(Locale.ROOT);
        return !first || (Lexicon.isEnglish(small) && !Lexicon.isNameAlone(small));
    }

    /** "Name and ZIP code?" is answered piece by piece: "Ann Lee, 19122". */
    private void piecewise(Asked asked, TextSearch search, List<Detection> found) throws PrivacyFailure {
        Set<Integer> starts = new LinkedHashSet<>();
        for (int i = from; i < to && starts.size() < MOST_PIECES; i++) {
            if (text.charAt(i) == ',' || text.charAt(i) == ';') {
                starts.add(i + 1);
            } else if (text.startsWith(" and ", i)) {
                starts.add(i + " and ".length());
            }
        }
        for (int start : starts) {
            findAs(asked, said(text, start, to), search, found);
        }
    }

    private void findAs(Asked asked, int start, TextSearch search, List<Detection> found) throws PrivacyFailure {
        for (String thing : asked.things()) {
            find(thing + ": ", start, to, search, found);
            if (NAMES.contains(thing)) {
                int end = wordEnd(text, start, to);
                add(search.look(text.substring(start, end), PART_OF_NAME), 0, start, found);
            }
        }
    }

    private void find(String lead, int start, int end, TextSearch search, List<Detection> found) throws PrivacyFailure {
        add(search.look(lead + text.substring(start, end), ""), lead.length(), start, found);
    }

    /** What was found behind a lead, at its place in the text. */
    private static void add(Looked looked, int lead, int start, List<Detection> found) {
        for (Detection each : looked.found()) {
            Finding finding = each.finding();
            if (finding.start() >= lead) {
                int shift = start - lead;
                Finding here =
                        new Finding(finding.type(), finding.start() + shift, finding.end() + shift, finding.value());
                found.add(new Detection(each.detector(), here));
            }
        }
    }

    private static int lineStart(String text) {
        int i = 0;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Where what answers begins, behind what people say before. */
    private static int said(String text, int from, int to) {
        int at = from;
        while (true) {
            int start = at;
            while (start < to
                    && !Character.isLetterOrDigit(text.charAt(start))
                    && " ,.!-:".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            int end = wordEnd(text, start, to);
            if (end == start || !AnswerWords.is(text.substring(start, end))) {
                return start;
            }
            at = end;
        }
    }

    private static int wordEnd(String text, int from, int to) {
        int end = from;
        while (end < to && " ,.!:".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
