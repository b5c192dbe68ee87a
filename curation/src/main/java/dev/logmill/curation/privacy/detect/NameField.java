package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** The field of a form that asks for a name in the language of the form: Vorname: Erik; Nom: Beaumont. */
final class NameField {
    /** What asks for a name where a thing is seldom named so; see {@link NameCues}, which has those that a thing never has. */
    static final Set<String> NAMES = Phrases.of("nom|nombre|nome|naam|namn|navn|nimi|jméno|numele");

    /** What forms have where the name would stand; folded. */
    private static final Set<String> OF_FORMS = Phrases.of(
            "pflichtfeld|pflichtangabe|obligatoire|obligatorio|obbligatorio|obrigatorio|verplicht|requis|requerido"
                    + "|richiesto|vide|vacio|vuoto|leer|leeg|unbekannt|inconnu|desconocido|sconosciuto|onbekend|produit|producto"
                    + "|prodotto|produto|fichier|archivo|arquivo|societe|empresa|azienda|bedrijf|wymagane|okand|prenom|apellidos"
                    + "|cognome|nazwisko|vorname|nachname|nombre|telephone|telefono");

    /** What a declaration has behind the name of a field. */
    private static final Set<String> TYPES = Phrases.of("string|text|str|varchar|char|optional|maybe|any|object|field");

    private static final int NAMED = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    private static final char LAST_LATIN = '\u024f';

    private NameField() {}

    /** Whether a word says of a field that it is to be filled, or what belongs there. */
    static boolean isOfForm(Words words, int word) {
        return OF_FORMS.contains(words.folded(word));
    }

    /** {"displayName": "CPU Usage"}: things are shown too; what is shown is somebody where it is made of names. */
    static boolean isOfThing(String key, Words words, int from, int end) {
        return switch (key) {
            case "displayname" ->
                end == from || (!ShownName.is(words, from, end) && !areOfOtherScripts(words, from, end));
            case "membername" -> areWords(words, from, end);
            default -> false;
        };
    }

    /** Lists of names are of Latin letters. */
    private static boolean areOfOtherScripts(Words words, int from, int end) {
        return words.folded(from).charAt(0) > LAST_LATIN
                || words.folded(end - 1).charAt(0) > LAST_LATIN;
    }

    /** Words of English of which none is a name. */
    private static boolean areWords(Words words, int from, int end) {
        for (int word = from; word < end; word++) {
            if (!words.isEnglish(word) || words.is(word, NAMED)) {
                return false;
            }
        }
        return true;
    }

    /** lastName: String, lastName = Utils.trim(row), last_name: Column(...): a type, or what is called, behind a key. */
    static boolean isOfCode(Words words, int from, int end) {
        if (end - from > 1
                || !NameCues.isLabel(words, from - 1)
                || words.behind(from - 1).indexOf('"') >= 0) {
            return false;
        }
        String gap = end < words.count() ? words.behind(from) : "";
        return TYPES.contains(words.folded(from)) || gap.equals(".") || gap.startsWith("(") || gap.startsWith("[");
    }

    /** Whether words are all that stands in such a field, as the words before them say. */
    static boolean isFilled(Words words, int from, int end, Cues cues) {
        if (end < words.count() && words.adjoins(end - 1)) {
            return false;
        }
        for (int word = from; word < end; word++) {
            if (words.is(word, Lexicon.ORGANISATION) || isOfForm(words, word)) {
                return false;
            }
        }
        return cues.endWith(NAMES) || cues.endWith(NameCues.LABELLED);
    }
}
