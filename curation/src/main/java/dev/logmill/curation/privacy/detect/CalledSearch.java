package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Looks where digits stand for ids that are told by what they are called, and takes the longest that is one. */
final class CalledSearch {
    private static final int LONGEST = CalledEnds.LONGEST;
    private static final int SHORTEST = 3;
    private static final int GROUP = 4;
    private static final int FEW_CAPITALS = 4;
    private static final int MOST_CAPITALS = 6;
    private static final List<String> JOINTS = List.of(" to ", " and ", " or ", " & ");

    /** Whether an id with so many digits in it can be one. */
    interface Proof {
        boolean accepts(String id, int digits);
    }

    /** Tells whether the words before an id call it one of any kind. */
    interface Caller {
        boolean calls(Cues cues);

        /** Whether the words before an index of a text can, by a look that costs less. */
        default boolean mayCall(String text, int start) {
            return true;
        }
    }

    /** What an id is, and what it is called. */
    interface Kind {
        String type();

        /** What it is called, in small letters. */
        Set<String> words();

        /** The same, also of several. */
        default Set<String> called() {
            return words();
        }

        /**
         * Whether letters and digits without separators, in capitals, can be one.
         *
         * @param digits how many of them are digits
         */
        boolean proves(String id, int digits);

        /** The same of what is written in groups with spaces between, as ids of machines are not. */
        default boolean provesGrouped(String id, int digits) {
            return proves(id, digits);
        }

        /** Whether the words before call it so. */
        default boolean isCalled(Cues cues) {
            return cues.endWith(called());
        }
    }

    private final String text;
    private final String label;
    private final List<? extends Kind> kinds;
    private final Caller caller;
    private final Consumer<Finding> sink;

    private CalledSearch(String text, String label, List<? extends Kind> kinds, Caller caller, Consumer<Finding> sink) {
        this.text = text;
        this.label = label;
        this.kinds = kinds;
        this.caller = caller;
        this.sink = sink;
    }

    /** What any of some kinds is called. */
    static Set<String> words(List<? extends Kind> kinds) {
        return kinds.stream().flatMap(kind -> kind.called().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Tells the sink those of some kinds.
     *
     * @param caller whether the words before may call one so; where they do not, nothing else is looked at
     */
    static void in(Scan scan, String label, List<? extends Kind> kinds, Caller caller, Consumer<Finding> sink) {
        boolean labelled = Label.of(label).isAbout(Topic.CALLED_ID);
        if (!labelled && scan.mentions().of(Topic.CALLED_ID).count() == 0) {
            return;
        }
        CalledSearch search = new CalledSearch(scan.text(), label, kinds, caller, sink);
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int word = scan.start(run);
            if (word >= from && (labelled || isCalled(scan, word))) {
                from = search.from(word, from);
            }
            if (word >= from && isCalledBehind(scan, scan.end(run))) {
                from = search.behind(word, from);
            }
        }
    }

    /** Whether a word that it could be called by ends before, no further off than the id's own start and the reach of its cues. */
    private static boolean isCalled(Scan scan, int digit) {
        return scan.mentions().of(Topic.CALLED_ID).anyBetween(digit - 2 * LONGEST - Cues.REACH, digit);
    }

    private static boolean isCalledBehind(Scan scan, int end) {
        return scan.mentions().of(Topic.CALLED_ID).anyBetween(end, end + LONGEST + CalledBehind.REACH);
    }

    /** Looks for the one that a digit is in and that is called so behind it; gives the index to go on at. */
    private int behind(int digit, int least) {
        int word = wordStart(digit, least);
        int near = withCapitals(word, least);
        int wide = near < word ? withCapitals(near, least) : near;
        for (int end : CalledEnds.of(text, wide)) {
            if (CalledBehind.begins(text, end)) {
                for (int start : new int[] {wide, near, word}) {
                    String id = Form.compact(text, start, end);
                    int digits = digits(id);
                    for (Kind kind : id.length() < SHORTEST ? List.<Kind>of() : kinds) {
                        if (CalledBehind.is(text, end, kind.called()) && kind.proves(id, digits)) {
                            sink.accept(new Finding(kind.type(), start, end, id));
                            return end;
                        }
                    }
                }
            }
        }
        return least;
    }

    /** Looks for the one that a digit is in; gives the index to go on at. */
    private int from(int digit, int least) {
        int start = wordStart(digit, least);
        int near = withCapitals(start, least);
        int wide = near < start ? withCapitals(near, least) : near;
        // A dash joins what stands before it; behind a space it may be any word in capitals.
        boolean joined = near < start && text.charAt(start - 1) != ' ';
        int[] starts = joined ? new int[] {wide, near, start} : new int[] {start, wide, near};
        for (int i = 0; i < starts.length; i++) {
            boolean again = i > 0 && starts[i] == starts[i - 1];
            int end = again ? -1 : find(starts[i], joined ? near : starts[i]);
            if (end > 0) {
                return end;
            }
        }
        return CalledEnds.partEnd(text, start);
    }

    private int wordStart(int digit, int least) {
        int start = digit;
        while (start > least && digit - start < LONGEST && Letters.wordBefore(text, start)) {
            start--;
        }
        // The digits of an escape in an address are none of it: ssn%20536-22-8714.
        boolean escaped = start > 0 && text.charAt(start - 1) == '%' && text.startsWith("20", start);
        return escaped && Letters.digitAt(text, start + 2) ? start + 2 : start;
    }

    /** Where it begins if what stands before it in capitals is a part of it, as in AB 1234; where it begins itself, where none does. */
    private int withCapitals(int start, int least) {
        int left = start - 1;
        if (left <= least || !CalledEnds.isJoint(text.charAt(left))) {
            return start;
        }
        int begin = left;
        while (begin > least && left - begin <= MOST_CAPITALS && CalledEnds.isCapital(text.charAt(begin - 1))) {
            begin--;
        }
        // A word in capitals stands before many ids, a dash joins it to them.
        int most = text.charAt(left) == '-' ? MOST_CAPITALS : FEW_CAPITALS;
        boolean part = begin < left && left - begin <= most && !Letters.wordBefore(text, begin);
        return part ? begin : start;
    }

    /**
     * The end of what is found here; -1 where nothing is.
     *
     * @param joined where it begins with what a dash joins to it: in MRN-8839201 that calls it so, and is a part of it
     */
    private int find(int start, int joined) {
        // 0x begins a number of code, whatever is called so.
        if (text.startsWith("0x", start) || (label.isEmpty() && !caller.mayCall(text, start))) {
            return -1;
        }
        Cues cues = Cues.before(text, start, label);
        if (!caller.calls(cues)) {
            return -1;
        }
        List<Integer> ends = CalledEnds.of(text, start);
        // The longest that is one counts.
        for (int part = ends.size() - 1; part >= 0; part--) {
            int end = ends.get(part);
            String id = Form.compact(text, start, end);
            int digits = digits(id);
            boolean grouped = text.substring(start, end).indexOf(' ') > 0;
            boolean none = id.length() < SHORTEST || (id.length() == GROUP && isGroup(end));
            for (Kind kind : none ? List.<Kind>of() : kinds) {
                boolean proved = grouped ? kind.provesGrouped(id, digits) : kind.proves(id, digits);
                if (proved && kind.isCalled(cues) && !WrittenDate.is(text.substring(start, end))) {
                    int first = Math.min(joined, start);
                    sink.accept(new Finding(kind.type(), first, end, Form.compact(text, first, end)));
                    return withOthers(kind, id.length(), start, end);
                }
            }
        }
        return -1;
    }

    /** Whether four digits stand behind a space, as in the middle of a card. */
    private boolean isGroup(int end) {
        return text.startsWith(" ", end)
                && CalledEnds.partEnd(text, end + 1) == end + 1 + GROUP
                && Letters.digitAt(text, end + 1);
    }

    /** The end of the last one behind; the index itself, where none is. */
    private int withOthers(Kind kind, int length, int start, int end) {
        int last = ListedValue.behind(
                text,
                start,
                end,
                (first, behind) ->
                        sink.accept(new Finding(kind.type(), first, behind, Form.compact(text, first, behind))));
        return last > end ? last : withAnother(kind, length, end);
    }

    /** The end of the one behind that is as long and of the same kind: "from 4471 to 9920"; the index itself, where none is. */
    private int withAnother(Kind kind, int length, int end) {
        for (String joint : JOINTS) {
            int start = end + joint.length();
            if (text.startsWith(joint, end) && start < text.length()) {
                int last = CalledEnds.partEnd(text, start);
                String id = Form.compact(text, start, last);
                if (id.length() == length
                        && digits(id) > 0
                        && kind.proves(id, digits(id))
                        && !Letters.wordAt(text, last)) {
                    sink.accept(new Finding(kind.type(), start, last, id));
                    return last;
                }
            }
        }
        return end;
    }

    /** How many chars of an id are digits. */
    private static int digits(String id) {
        int digits = 0;
        for (int i = 0; i < id.length(); i++) {
            digits += Letters.isDigit(id.charAt(i)) ? 1 : 0;
        }
        return digits;
    }
}
