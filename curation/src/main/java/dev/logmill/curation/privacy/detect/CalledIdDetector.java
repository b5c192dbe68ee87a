package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Ids that are told by what they are called right before them; see {@link CalledId}. */
public final class CalledIdDetector implements Detector {
    private static final int LONGEST = 24;
    private static final int SHORTEST = 4;
    private static final int MOST_PARTS = 4;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        boolean labelled = Label.of(label).isAbout(Topic.CALLED_ID);
        if (!labelled && scan.mentions().of(Topic.CALLED_ID).count() == 0) {
            return;
        }
        String text = scan.text();
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int word = scan.start(run);
            if (word >= from && (labelled || isCalled(scan, word))) {
                int start = wordStart(text, word, from);
                int end = find(text, start, label, sink);
                int wider = end > 0 ? start : withCapitals(text, start, from);
                end = wider < start ? find(text, wider, label, sink) : end;
                from = end > 0 ? end : partEnd(text, start);
            }
        }
    }

    /** Whether a word that it could be called by ends before, no further off than the id's own start and the reach of its cues. */
    private static boolean isCalled(Scan scan, int digit) {
        return scan.mentions().of(Topic.CALLED_ID).anyBetween(digit - 2 * LONGEST - Cues.REACH, digit);
    }

    private static int wordStart(String text, int digit, int least) {
        int start = digit;
        while (start > least && digit - start < LONGEST && Letters.wordBefore(text, start)) {
            start--;
        }
        return start;
    }

    /** Where it begins if what stands before the digits in capitals is a part of it, as in B-AB 1234. */
    private static int withCapitals(String text, int word, int least) {
        int start = word;
        for (int part = 0; part < 2; part++) {
            int left = start - 1;
            if (left <= least || !(Letters.isSeparator(text.charAt(left)) || text.charAt(left) == '\u00b7')) {
                return start;
            }
            int begin = left;
            while (begin > least && left - begin < 4 && isCapital(text.charAt(begin - 1))) {
                begin--;
            }
            if (begin == left || left - begin > 3 || Letters.wordBefore(text, begin)) {
                return start;
            }
            start = begin;
        }
        return start;
    }

    private static boolean isCapital(char c) {
        return (c >= 'A' && c <= 'Z') || c == 'Ä' || c == 'Ö' || c == 'Ü';
    }

    /** The end of what is found here; -1 where nothing is. */
    private static int find(String text, int start, String label, Consumer<Finding> sink) {
        List<Integer> ends = ends(text, start);
        Optional<Cues> cues = Optional.empty();
        // The longest that is one counts.
        for (int part = ends.size() - 1; part >= 0; part--) {
            int end = ends.get(part);
            String id = Form.compact(text, start, end);
            int digits = CalledId.digits(id);
            for (CalledId kind : id.length() < SHORTEST ? List.<CalledId>of() : CalledId.ALL) {
                if (kind.proves(id, digits)) {
                    cues = cues.or(() -> Optional.of(Cues.before(text, start, label)));
                    if (cues.get().endWith(kind.words())) {
                        sink.accept(new Finding(kind.type(), start, end, id));
                        return end;
                    }
                }
            }
        }
        return -1;
    }

    /** Where it can end: behind its first word, or behind up to three more parts of digits or capitals. */
    private static List<Integer> ends(String text, int start) {
        List<Integer> ends = new ArrayList<>(MOST_PARTS);
        int end = start;
        boolean more = true;
        while (more && ends.size() < MOST_PARTS) {
            end = partEnd(text, end);
            if (end - start > LONGEST) {
                return ends;
            }
            if (!Letters.wordAt(text, end)) {
                ends.add(end);
            }
            more = end + 1 < text.length()
                    && (Letters.isSeparator(text.charAt(end)) || text.charAt(end) == '\u00b7')
                    && (Letters.digitAt(text, end + 1) || isCapitals(text, end + 1));
            end++;
        }
        return ends;
    }

    /** Whether a part of at most four capitals and digits stands here. */
    private static boolean isCapitals(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < 5 && (isCapital(text.charAt(end)) || Letters.digitAt(text, end))) {
            end++;
        }
        return end > start && end - start <= 4 && !Letters.wordAt(text, end);
    }

    private static int partEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (Letters.digitAt(text, end) || Letters.isAsciiLetter(text.charAt(end)))) {
            end++;
        }
        return end;
    }
}
