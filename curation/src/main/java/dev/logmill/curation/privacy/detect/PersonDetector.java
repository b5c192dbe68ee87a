package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Names of people, by lists of names ({@link Lexicon}) and by what stands around them.
 *
 * <p>A given name that is no ordinary word is one wherever it stands with a capital; with a surname behind it so is one that
 * is also a word. Any capitalised words are a name behind a title (Mrs, Herr), behind what introduces one ("my name is") and
 * under a JSON key that names a person; a name in small letters is found there, and in a text that has no capital at all.
 */
public final class PersonDetector implements Detector {
    private static final String TYPE = "PERSON";

    /** As precise as on labelled texts: names are words like others. */
    @Override
    public double score() {
        return 0.85;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        if (GoodsKeys.isNameOfGoods(label) || isSharedLogin(label, text) || KnownRegion.isUnder(label, text)) {
            return;
        }
        Words words = scan.words();
        boolean under = (NameCues.isLabel(label) && NameCues.isNameLike(text))
                || (NameValue.isUnder(label, words) && !SoftwareName.is(text, 0, text.length()));
        if (under && !NameField.isOfThing(Label.plain(label), words, 0, words.count())) {
            int named = words.count() == 0 ? 0 : words.start(named(words, 0, words.count()));
            sink.accept(new Finding(TYPE, 0, text.length(), value(text.substring(named))));
            return;
        }
        boolean small = SmallNames.areIn(words);
        NameList list = new NameList(words, (from, end) -> accept(scan, words, from, end, sink));
        int word = 0;
        while (word < words.count()) {
            int called = WrittenName.start(scan, words, word);
            int written = WrittenName.end(scan, words, called);
            if (written > called) {
                word = list.add(called, written);
                continue;
            }
            if (CaseParties.beginWith(words, word)) {
                word = list.add(list.add(word, word + 1) + 1, word + 3);
                continue;
            }
            int surname = SurnameFirst.isBehind(words, word) ? word + 1 : word;
            int listed = SurnameFirst.end(words, surname);
            if (listed > surname) {
                word = list.add(surname, listed);
                continue;
            }
            boolean capital = words.isCapital(word) || words.written(word) == Words.Case.INITIAL;
            int end = capital ? capitals(scan, words, word, list) : SmallNames.end(scan, words, word, small);
            if (!capital && end > word) {
                list.add(word, end);
            }
            word = Math.max(word + 1, end);
        }
    }

    /** {"username": "admin"}: a login that names nobody. */
    private static boolean isSharedLogin(String label, String text) {
        return Label.plain(label).equals("username") && SharedLogins.has(text.toLowerCase(Locale.ROOT));
    }

    /** Index after what was looked at: the name that begins here or within the capitals from here on, or else all of them. */
    private static int capitals(Scan scan, Words words, int first, NameList list) {
        NameRun run = NameRun.at(words, first);
        if (run.isTitled(words)) {
            return list.add(run.from(), titledEnd(words, run));
        }
        if (run.isNobody(words)) {
            return run.limit();
        }
        if (run.isEmpty()) {
            return run.end() > run.limit() ? run.limit() + 1 : run.end();
        }
        int limit = run.limit();
        int shouted = ShoutedName.in(words, run);
        if (shouted < limit) {
            return list.add(shouted, shouted + 2);
        }
        if (ParkSurname.is(words, run) || TownAsName.is(words, run)) {
            return list.add(run.from(), limit);
        }
        int worded = WordedName.in(scan, words, run);
        if (worded >= 0) {
            return list.add(FirstNames.start(words, run.from(), worded), limit);
        }
        if (!words.is(run.from(), Lexicon.GIVEN) && PlaceDetector.isLived(scan, words, run.from())) {
            return limit;
        }
        if ((NameWords.isOrganisation(words, limit - 1) && !isInitialed(words, limit))
                || (limit < run.end() && NameWords.isOrganisation(words, limit))) {
            return run.end();
        }
        // "Meet Ann": what introduces a name may have a capital too.
        for (int name = run.from(); name < limit; name++) {
            if (NameRun.isVerb(words, name)) {
                continue;
            }
            boolean common = CommonWord.is(words, name);
            if (NameIntroduction.ofCapitals(scan, words, name, limit, common)
                    || (!common && NameParts.begin(words, name, limit))) {
                int start = isSurnameBefore(words, run, name) ? name - 1 : name;
                return list.add(FirstNames.start(words, run.from(), start), limit);
            }
        }
        if (!run.isSingle() && list.goesOnWith(run.from(), limit)) {
            return list.add(run.from(), limit);
        }
        return run.isSingle() || words.written(run.from() + 1) == Words.Case.INITIAL ? single(words, run, list) : limit;
    }

    /** MR. MEADOWS CALLED: in capitals alone the words of English behind the name are none of it. */
    private static int titledEnd(Words words, NameRun run) {
        int end = run.from();
        while (end < run.limit() && words.is(end, Lexicon.TITLE)) {
            end++;
        }
        int name = end;
        while (end < run.limit()
                && words.written(end) == Words.Case.CAPITALS
                && (end == name
                        || !words.isEnglish(end)
                        || (words.is(end - 1, Lexicon.GIVEN)
                                && words.is(end, Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD)))) {
            end++;
        }
        boolean shouted = end > name && end < run.limit() && words.written(end) == Words.Case.CAPITALS;
        return shouted ? end : run.limit();
    }

    /** John Q. Public: behind a given name and an initial no word makes a firm. */
    private static boolean isInitialed(Words words, int limit) {
        return limit > 2
                && words.written(limit - 2) == Words.Case.INITIAL
                && words.behind(limit - 2).equals(". ")
                && words.adjoins(limit - 3)
                && words.is(limit - 3, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD);
    }

    /** Szabó Gergely: a surname that is nothing else before a given name alone, as some have them in that order. */
    private static boolean isSurnameBefore(Words words, NameRun run, int name) {
        int surname = name - 1;
        return name + 1 == run.limit()
                && surname >= run.from()
                && words.is(name, Lexicon.GIVEN)
                && words.is(surname, Lexicon.SURNAME)
                && words.written(surname) == words.written(name)
                && !words.is(
                        surname,
                        Lexicon.PLACE
                                | Lexicon.PLACE_OR_WORD
                                | Lexicon.PLACE_BEGINS
                                | Lexicon.GIVEN
                                | Lexicon.GIVEN_OR_WORD
                                | Lexicon.NO_NAME
                                | Lexicon.COMMON
                                | Lexicon.MADE
                                | Lexicon.ORGANISATION)
                && !words.isEnglish(surname)
                && words.standsFree(surname);
    }

    private static int single(Words words, NameRun run, NameList list) {
        int word = run.from();
        if (CommonWord.is(words, word)) {
            return run.limit();
        }
        return list.goesOn(word) || SpokenOf.is(words, word) || SpokenOf.signs(words, word)
                ? list.add(word, run.limit())
                : list.perhaps(word);
    }

    private static void accept(Scan scan, Words words, int from, int end, Consumer<Finding> sink) {
        String text = scan.text();
        int limit = words.end(end - 1);
        if (PlaceRow.hasWithin(text, words.start(from), limit)
                || NamedNobody.is(text, words.start(from), limit)
                || scan.isOfGoods(words.start(from))) {
            return;
        }
        int last = JoinedName.end(text, words.end(isTicketed(words, end) ? end : end - 1));
        int first = JoinedName.start(text, words.start(from));
        int named = first < words.start(from) ? first : words.start(named(words, from, end));
        sink.accept(new Finding(TYPE, first, last, value(text.substring(named, last))));
    }

    /** Whether the given name is behind: VAN DEN BERG/WILLEM, as tickets have it. */
    private static boolean isTicketed(Words words, int end) {
        return end < words.count()
                && words.behind(end - 1).equals("/")
                && words.written(end - 1) == Words.Case.CAPITALS
                && words.written(end) == Words.Case.CAPITALS
                && words.is(end, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD);
    }

    /** The first word behind the titles: Mrs Lopez is whom Lopez is. */
    private static int named(Words words, int from, int end) {
        int word = from;
        while (word + 1 < end && words.is(word, Lexicon.TITLE)) {
            word++;
        }
        return word;
    }

    private static String value(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
