package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Numbers that a state knows a person by; see {@link NationalId} for the countries and their forms. */
public final class NationalIdDetector implements Detector {
    private static final int LEAST_DIGITS = 4;
    private static final int LONGEST_RUN = 18;

    /** One way to write one id. */
    private record Candidate(NationalId id, Form form, boolean alone) {}

    /** What may stand behind the first run of digits: a letter, each of some marks, anything else. */
    private static final String BEHIND = "A -.+";

    private static final int LETTER = 0;
    private static final int DASH = BEHIND.indexOf('-');
    private static final int OTHER = BEHIND.length();

    /** By how many digits stand in the first run, and by what stands behind it. */
    private static final Candidate[][][] BY_RUN = byRun();

    private static Candidate[][][] byRun() {
        Candidate[][][] byRun = new Candidate[LONGEST_RUN + 1][OTHER + 1][];
        for (int run = 0; run <= LONGEST_RUN; run++) {
            for (int behind = 0; behind <= OTHER; behind++) {
                List<Candidate> candidates = new ArrayList<>();
                for (NationalId id : NationalId.values()) {
                    add(id, id.alone(), true, run, behind, candidates);
                    add(id, id.called(), false, run, behind, candidates);
                }
                byRun[run][behind] = candidates.toArray(Candidate[]::new);
            }
        }
        return byRun;
    }

    private static void add(
            NationalId id, List<String> forms, boolean alone, int run, int behind, List<Candidate> candidates) {
        for (String chars : forms) {
            Form form = new Form(chars);
            boolean digits = form.firstRun() == run || (form.isOpen() && form.firstRun() < run);
            if (digits && goesOn(form, run, behind)) {
                candidates.add(new Candidate(id, form, alone));
            }
        }
    }

    /** Whether the form may go on so behind that many digits. */
    private static boolean goesOn(Form form, int run, int behind) {
        int next = form.lead() + run;
        if (next >= form.chars().length()) {
            return true;
        }
        char c = form.chars().charAt(next);
        if (c == '_') {
            return behind == BEHIND.indexOf(' ') || behind == DASH;
        }
        return behind == (Letters.isAsciiLetter(c) ? LETTER : BEHIND.indexOf(c));
    }

    private static int behind(String text, int end) {
        if (end == text.length()) {
            return OTHER;
        }
        char c = text.charAt(end);
        if (Letters.isAsciiLetter(c)) {
            return LETTER;
        }
        int mark = Letters.isSeparator(c) && c != ' ' ? DASH : BEHIND.indexOf(c);
        return mark < 0 ? OTHER : mark;
    }

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= LEAST_DIGITS;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        for (int run = 0; run < scan.runs(); run++) {
            int length = scan.length(run);
            if (length <= LONGEST_RUN) {
                find(text, scan.start(run), BY_RUN[length][behind(text, scan.end(run))], label, sink);
            }
        }
    }

    private static void find(String text, int digit, Candidate[] candidates, String label, Consumer<Finding> sink) {
        Cues cues = null;
        for (Candidate candidate : candidates) {
            int lead = candidate.form().lead();
            if (!candidate.form().isAt(text, digit - lead)) {
                continue;
            }
            int end = digit - lead + candidate.form().chars().length();
            String id = Form.compact(text, digit - lead, end);
            if (!candidate.id().proves(id)) {
                continue;
            }
            // Nearly all of them begin with the digit, where they have the same words before.
            if (!candidate.alone() && lead == 0 && cues == null) {
                cues = Cues.before(text, digit, label);
            }
            Cues own = lead > 0 && !candidate.alone() ? Cues.before(text, digit - lead, label) : cues;
            if (candidate.alone() || (own != null && own.say(candidate.id().words()))) {
                sink.accept(new Finding("NATIONALID", digit - lead, end, id));
                return;
            }
        }
    }
}
