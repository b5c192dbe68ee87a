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

    /** By how many digits stand in the first run. */
    private static final List<List<Candidate>> BY_RUN = byRun();

    private static List<List<Candidate>> byRun() {
        List<List<Candidate>> byRun = new ArrayList<>();
        for (int run = 0; run <= LONGEST_RUN; run++) {
            List<Candidate> candidates = new ArrayList<>();
            for (NationalId id : NationalId.values()) {
                add(id, id.alone(), true, run, candidates);
                add(id, id.called(), false, run, candidates);
            }
            byRun.add(List.copyOf(candidates));
        }
        return List.copyOf(byRun);
    }

    private static void add(NationalId id, List<String> forms, boolean alone, int run, List<Candidate> candidates) {
        for (String chars : forms) {
            Form form = new Form(chars);
            if (form.firstRun() == run || (form.isOpen() && form.firstRun() < run)) {
                candidates.add(new Candidate(id, form, alone));
            }
        }
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
                for (Candidate candidate : BY_RUN.get(length)) {
                    int start = scan.start(run) - candidate.form().lead();
                    if (candidate.form().isAt(text, start) && isOne(candidate, text, start, label, sink)) {
                        break;
                    }
                }
            }
        }
    }

    private static boolean isOne(Candidate candidate, String text, int start, String label, Consumer<Finding> sink) {
        int end = start + candidate.form().chars().length();
        String id = Form.compact(text, start, end);
        boolean one = candidate.id().proves(id)
                && (candidate.alone()
                        || Cues.before(text, start, label).say(candidate.id().words()));
        if (one) {
            sink.accept(new Finding("NATIONALID", start, end, id));
        }
        return one;
    }
}
