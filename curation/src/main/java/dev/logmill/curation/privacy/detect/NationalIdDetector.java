package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Numbers that a state knows a person by; see {@link NationalId} for the countries and their forms. */
public final class NationalIdDetector implements Detector {
    private static final int LEAST_DIGITS = 4;
    private static final int LONGEST_RUN = 18;

    /** One way to write one id. */
    private record Candidate(NationalId id, Form form, int lead, boolean alone) {}

    /** What may stand behind the first run of digits: a letter, each of some marks, anything else. */
    private static final String BEHIND = "A -.+/(";

    private static final int LETTER = 0;
    private static final int DASH = BEHIND.indexOf('-');
    private static final int OTHER = BEHIND.length();

    private static final Set<String> NUMBERED = Phrases.of(
            "order|orders|item|items|invoice|tracking|ticket|case|reservation|booking|confirmation|product|sku|ref|reference"
                    + "|transaction|version|build|batch|job|backup|file|log|report|receipt|quote|release|run|snapshot|shipment");

    /** By how many digits stand in the first run, and by what stands behind it; those that a letter stands before in, and those without. */
    private static final Candidate[][][] BEHIND_LETTER = byRun(true);

    private static final Candidate[][][] BEHIND_NONE = byRun(false);

    private static Candidate[][][] byRun(boolean letter) {
        Candidate[][][] byRun = new Candidate[LONGEST_RUN + 1][OTHER + 1][];
        for (int run = 0; run <= LONGEST_RUN; run++) {
            for (int behind = 0; behind <= OTHER; behind++) {
                List<Candidate> candidates = new ArrayList<>();
                for (NationalId id : NationalId.values()) {
                    add(id, id.alone(), true, run, behind, candidates);
                    add(id, id.called(), false, run, behind, candidates);
                }
                candidates.removeIf(candidate -> isBehindLetter(candidate.form()) != letter);
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
                candidates.add(new Candidate(id, form, form.lead(), alone));
            }
        }
    }

    /** Whether a letter stands before the first digit, which before a form that begins with one none may. */
    private static boolean isBehindLetter(Form form) {
        return form.lead() > 0 && Letters.isAsciiLetter(form.chars().charAt(form.lead() - 1));
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
        if (GoodsKeys.isNumber(label)) {
            return;
        }
        boolean named = scan.isAbout(Topic.NATIONAL_ID, label);
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int length = scan.length(run);
            int start = scan.start(run);
            if (length <= LONGEST_RUN && start >= from) {
                Candidate[][][] byRun = Letters.wordBefore(text, start) ? BEHIND_LETTER : BEHIND_NONE;
                from = find(text, start, byRun[length][behind(text, scan.end(run))], named, label, sink);
            }
        }
    }

    /** A date and a number is also how orders, files and the like are numbered: ORD-20261122-0017. */
    private static boolean isNumbered(String text, int start, String label) {
        boolean joined = start > 1
                && Letters.isSeparator(text.charAt(start - 1))
                && text.charAt(start - 1) != ' '
                && Letters.wordBefore(text, start - 1);
        return joined || Cues.before(text, start, label).endWith(NUMBERED);
    }

    /**
     * The index to go on at.
     *
     * @param named whether any id is called by its name, so that check digits need not be right
     */
    private static int find(
            String text, int digit, Candidate[] candidates, boolean named, String label, Consumer<Finding> sink) {
        // Nearly all of them begin with the digit, where they have the same words before.
        Cues cues = null;
        for (Candidate candidate : candidates) {
            int start = digit - candidate.lead();
            int end = start + candidate.form().chars().length();
            if (!candidate.form().isAt(text, start)) {
                continue;
            }
            boolean proven = candidate.id().proves(Form.compact(text, start, end));
            boolean told = proven
                    && candidate.alone()
                    && !(candidate.id() == NationalId.SE_PERSON && isNumbered(text, start, label));
            told |= candidate.id().isCalledBefore(text, start)
                    || (proven && CalledBehind.is(text, end, candidate.id().words()));
            if (!told && (proven || named)) {
                Cues own = start == digit && cues != null ? cues : Cues.before(text, start, label);
                cues = start == digit ? own : cues;
                told = proven
                        ? own.say(candidate.id().words())
                        : own.endWith(candidate.id().names());
            }
            if (told && !GoodsKeys.isNumber(KeyBefore.of(text, start))) {
                sink.accept(new Finding("NATIONALID", start, end, Form.compact(text, start, end)));
                boolean called =
                        Cues.before(text, start, label).endWith(candidate.id().words());
                return called ? behind(text, start, end, sink) : 0;
            }
        }
        return 0;
    }

    /** Tells the others of a list; the end of the last, or 0 where there are none. */
    private static int behind(String text, int start, int end, Consumer<Finding> sink) {
        int last = ListedValue.behind(
                text,
                start,
                end,
                (first, behind) ->
                        sink.accept(new Finding("NATIONALID", first, behind, Form.compact(text, first, behind))));
        return last > end ? last : 0;
    }
}
