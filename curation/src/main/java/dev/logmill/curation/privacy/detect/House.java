package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Houses that treat, teach or bank somebody or where they pray, by their full name: Lakeside Clinic, University of Oslo, Klinikum Fulda. */
final class House {
    private static final int MOST_WORDS = 6;

    /** The last word of such a name. */
    private static final Set<String> KINDS = Set.of("hospital", "clinic", "church", "school", "hospice", "infirmary");

    /** With nothing but these before it a house is anyone of its kind. */
    private static final Set<String> ANY = Phrases.of(
            "high|primary|secondary|middle|elementary|medical|law|business|graduate|summer|winter|old|public|private|general"
                    + "|nursing|art|arts|day|night|local|community|state|city|pet|eye|dental|driving|boarding|nursery|grammar|catholic|christian"
                    + "|baptist|methodist|orthodox|roman|anglican|evangelical|lutheran|teaching|university|children|childrens|women|womens"
                    + "|county|central|international|national|veterinary|animal|health|walk|urgent|free|new|junior|senior|music|language"
                    + "|film|dance|sunday|ivy|pre|home|online|english|american|my|our|the|a|each|every|after|before|under|dean|head|back|cathedral|independent|episcopal|walk-in|parish");

    /** Before "of" and a name. */
    private static final Set<String> OF = Set.of("university", "bank", "hospital");

    /** Before a name, with a particle between or none, in other languages. */
    private static final Set<String> BEFORE =
            Phrases.of("universitat|universite|universidad|universita|universidade|universiteit"
                    + "|hochschule|klinikum|krankenhaus|sparkasse|volksbank|raiffeisenbank|gymnasium|grundschule|realschule|hopital|clinique"
                    + "|lycee|ecole|banque|hospital|clinica|colegio|escuela|instituto|ospedale|banca|banco|caixa|scuola|liceo|ziekenhuis"
                    + "|szpital|sykehus|sjukhus|escola|parroquia|paroisse|pfarrei");

    /** Behind "The University of Oxford is". */
    private static final Set<String> TOLD =
            Phrases.of("a|an|the|one|founded|established|located|ranked|among|chartered|opened");

    private House() {}

    /** Index after the last word of the one that begins here; the index itself, where none does. */
    static int end(Words words, int word, int run) {
        int of = ofName(words, word);
        if (of > word) {
            return of;
        }
        int before = beforeName(words, word);
        return before > word ? before : byLast(words, word, run);
    }

    /** University of Oslo, Bank of Umbria. */
    private static int ofName(Words words, int word) {
        boolean begins = OF.contains(words.folded(word))
                && words.isCapital(word)
                && words.adjoins(word)
                && words.folded(word + 1).equals("of")
                && words.adjoins(word + 1);
        int end = begins ? nameEnd(words, word, word + 2) : word;
        return end > word && isTold(words, word, end) ? word : end;
    }

    /** The University of Oxford is the oldest ...: what an encyclopaedia tells of a house is said of nobody. */
    private static boolean isTold(Words words, int word, int end) {
        return word > 0
                && words.isFirst(word - 1)
                && words.folded(word - 1).equals("the")
                && end + 1 < words.count()
                && words.adjoins(end - 1)
                && (words.folded(end).equals("is") || words.folded(end).equals("was"))
                && TOLD.contains(words.folded(end + 1));
    }

    /** Klinikum Fulda, Universidad de Granada; of English words alone none is a name. */
    private static int beforeName(Words words, int word) {
        if (!BEFORE.contains(words.folded(word)) || !words.isCapital(word) || !words.adjoins(word)) {
            return word;
        }
        int name = word + 1;
        while (words.written(name) == Words.Case.SMALL && words.is(name, Lexicon.PARTICLE) && words.adjoins(name)) {
            name++;
        }
        return words.isEnglish(name) && !words.is(name, Lexicon.PLACE) ? word : nameEnd(words, word, name);
    }

    private static int nameEnd(Words words, int first, int name) {
        int end = name;
        while (end < words.count()
                && end - name < MOST_WORDS
                && (end == name || words.adjoins(end - 1))
                && words.written(end) == Words.Case.CAPITAL
                && !words.is(end, Lexicon.NO_NAME)
                && (end == name || !words.is(end, Lexicon.ORGANISATION))) {
            end++;
        }
        return end > name ? end : first;
    }

    private static int byLast(Words words, int word, int run) {
        for (int last = run - 1; last > word; last--) {
            if (KINDS.contains(words.folded(last)) && words.isCapital(last)) {
                return isNamed(words, word, last) ? last + 1 : word;
            }
        }
        return word;
    }

    private static boolean isNamed(Words words, int from, int last) {
        for (int word = from; word < last; word++) {
            boolean name = words.written(word) == Words.Case.CAPITAL
                    || words.folded(word).equals("s");
            if (!name) {
                return false;
            }
        }
        return !ANY.contains(words.folded(from)) && !words.is(from, Lexicon.MADE);
    }
}
