package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Whom a document, a picture or a recording is of, where the path to it has a given name beside a surname: {@code CV_Anna_Schmidt.pdf},
 * {@code resume-anna-schmidt.docx}, {@code Schmidt, Anna/contract.pdf}; beside what only people have, names that are words too:
 * {@code cv_john_smith.pdf}. Files of code are called by what they do, and stay.
 */
public final class FileNameDetector implements Detector {
    private static final int REACH = 120;
    private static final int SHORTEST = 3;

    /** What joins the words of a file's name; in small letters no space does, which sentences have too. */
    private static final String JOINTS = "_-.+";

    /** Documents and pictures that are of one person. */
    private static final Set<String> OF_PEOPLE = Phrases.of(
            "cv|resume|résumé|lebenslauf|curriculum|vitae|bewerbung|passport|reisepass|passeport|pasaporte|payslip|paystub|diploma"
                    + "|transcript|selfie|headshot|portrait|bio|biography|w2");

    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    private static final int NO_SURNAME = Lexicon.PLACE
            | Lexicon.PLACE_OR_WORD
            | Lexicon.NO_NAME
            | Lexicon.COMMON
            | Lexicon.MADE
            | Lexicon.ORGANISATION
            | Lexicon.LANDSCAPE;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.dots() > 0;
    }

    /** As precise as names are elsewhere. */
    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        Mentions.Places files = scan.mentions().of(Topic.FILE);
        int from = 0;
        for (int i = 0; i < files.count(); i++) {
            int dot = files.end(i) - Topic.FILE.parts().get(files.word(i)).length();
            if (dot > from) {
                names(text, parts(text, pathStart(text, dot, from), dot), sink);
                from = dot;
            }
        }
    }

    private static int pathStart(String text, int dot, int least) {
        int start = dot;
        while (start > least && dot - start < REACH && isOfPath(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isOfPath(char c) {
        return Character.isLetterOrDigit(c) || " ,/\\()".indexOf(c) >= 0 || JOINTS.indexOf(c) >= 0;
    }

    /** A run of letters; where small ones stand before a capital, the capital begins another. */
    private record Part(String text, int start, int end) {
        String folded() {
            return Folded.of(text.substring(start, end));
        }

        boolean capital() {
            return Character.isUpperCase(text.charAt(start));
        }
    }

    private static List<Part> parts(String text, int from, int to) {
        List<Part> parts = new ArrayList<>();
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean letter = i < to && Character.isLetter(text.charAt(i));
            boolean camel = letter
                    && start >= 0
                    && Character.isUpperCase(text.charAt(i))
                    && Character.isLowerCase(text.charAt(i - 1));
            if (start >= 0 && (!letter || camel)) {
                parts.add(new Part(text, start, i));
                start = -1;
            }
            start = letter && start < 0 ? i : start;
        }
        return parts;
    }

    private static void names(String text, List<Part> parts, Consumer<Finding> sink) {
        boolean personal = parts.stream().anyMatch(part -> OF_PEOPLE.contains(part.folded()));
        int i = 0;
        while (i + 1 < parts.size()) {
            int end = personal && areWorded(text, parts.get(i), parts.get(i + 1)) ? i + 2 : nameEnd(text, parts, i);
            List<Part> name = parts.subList(i, Math.max(i, end));
            String written = joined(name);
            if (end > i && !Lexicon.is(written, Lexicon.PLACE | Lexicon.PLACE_OR_WORD)) {
                int last = parts.get(end - 1).end();
                // Whoever has it in the usual order too is the same.
                String value = isGiven(name.get(0)) ? written : joined(List.of(name.get(1), name.get(0)));
                sink.accept(new Finding("PERSON", parts.get(i).start(), last, value));
            }
            i = Math.max(i + 1, end);
        }
    }

    /** Index behind the last word of the name that begins with a word; that of the word, where none does. */
    private static int nameEnd(String text, List<Part> parts, int first) {
        Part part = parts.get(first);
        int last = first;
        while (last + 1 < parts.size()
                && isGiven(parts.get(last))
                && joins(text, parts.get(last), parts.get(last + 1))) {
            last++;
        }
        if (last > first && isSurname(parts.get(last))) {
            return last + 1;
        }
        Part next = parts.get(first + 1);
        boolean inverted = part.capital()
                && next.capital()
                && (text.substring(part.end(), next.start()).equals(", ") || joins(text, part, next))
                && isSurname(part)
                && isGiven(next);
        return inverted ? first + 2 : first;
    }

    /** A given name and a surname, also where both are words. */
    private static boolean areWorded(String text, Part first, Part second) {
        return joins(text, first, second)
                && Lexicon.is(first.folded(), GIVENS)
                && Lexicon.is(second.folded(), SURNAMES)
                && !OF_PEOPLE.contains(first.folded())
                && !OF_PEOPLE.contains(second.folded());
    }

    private static boolean joins(String text, Part one, Part other) {
        String gap = text.substring(one.end(), other.start());
        boolean both = one.capital() && other.capital();
        return gap.isEmpty()
                || (gap.equals(" ") && both)
                || (gap.length() == 1 && JOINTS.contains(gap) && one.capital() == other.capital());
    }

    private static boolean isGiven(Part part) {
        return NamedLogin.isGiven(part.folded());
    }

    private static boolean isSurname(Part part) {
        String folded = part.folded();
        return folded.length() >= SHORTEST
                && (Lexicon.is(folded, Lexicon.SURNAME)
                        || (part.capital() && Lexicon.is(folded, Lexicon.SURNAME_OR_WORD)))
                && !Lexicon.is(folded, NO_SURNAME);
    }

    private static String joined(List<Part> name) {
        return name.stream().map(Part::folded).collect(Collectors.joining(" "));
    }
}
