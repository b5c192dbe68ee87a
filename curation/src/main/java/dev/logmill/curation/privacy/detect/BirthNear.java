package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/**
 * Dates that are called somebody's birth with ordinary words between, "your date of birth on file is", by words behind, "is my
 * birthday", or by who they stand behind: "Patient (F, 14/02/1988)".
 */
final class BirthNear {
    private static final int REACH = 60;
    private static final int MOST_BEHIND = 5;
    private static final int LONGEST_NAME = 4;

    /** Chars of one in brackets, with the comma behind. */
    private static final int LONGEST_SEX = 12;

    /** What nothing but the day of a birth is called. */
    private static final Set<String> NAMES = Phrases.of(
            "date of birth|dob|d o b|birthdate|birth date|birthday|bday|geburtsdatum|geburtstag|date de naissance|fecha de nacimiento"
                    + "|data di nascita|geboortedatum|data urodzenia|datę urodzenia|daty urodzenia|data de nascimento|födelsedatum"
                    + "|fødselsdato|cumpleaños|cumpleanos|compleanno|verjaardag|urodziny");

    /** What says where and how a day is known, and whose it is. */
    private static final Set<String> WORDS = Phrases.of(
            "still|file|record|records|listed|given|patient|patients|member|customer|client|insured|person|account|system|profile|we|have|has"
                    + "|our|in|by|us|from|registered|recorded|shown|shows|showing|show|currently|stated|entered|provided|confirmed|verified|noted|set|appears|be"
                    + "|being|been|your|his|her|their|policyholder|applicant|child|holder|correct|now|reads|you|gave|me|per|according|chart"
                    + "|user|employee|student|spouse|wife|husband|son|daughter|mother|father|partner|primary|subscriber|dependent|stored"
                    + "|noch|im|laut|akte|wurde|als|ihr|ihre|des|der|die|patienten|patientin|kunden|kundin|versicherten|angegeben|hinterlegt"
                    + "|eingetragen|gespeichert|bei|uns|von|vom|meiner|meines|meine|mit|für|kindes|wird|konto|profil|immer"
                    + "|enregistrée|enregistree|dans|du|de|la|patiente|cliente|dossier|indiquée|indiquee|comme|a|été|notre|système|donnée|toujours"
                    + "|bien|figurant|au|votre|sur|compte|assuré|titulaire|reste|fournie|pour|enfant"
                    + "|registrada|registrado|en|sistema|paciente|sigue|siendo|consta|como|figura|indicada|que|tenemos|nuestro|archivo|titular"
                    + "|cuenta|para|hijo|hija|perfil|proporcionada|fue|aparece"
                    + "|registrata|risulta|nel|nella|nostro|della|paziente|indicata|come|ancora|fornita|di|titolare|scheda|profilo|conto"
                    + "|het|systeem|van|patiënt|klant|staat|geregistreerd|ons|nog|steeds|opgegeven|uw|voor|verzekerde"
                    + "|pacjenta|pacjentki|klienta|klientki|w|systemie|nadal|podana|zapisana|aktach|jako|na|koncie|dziecka|ubezpieczonego|osoby"
                    + "|do|da|no|ainda|informada|cadastrada|cadastro|foi|filho|filha");

    private static final Set<String> NONE = Set.of();

    /** The first word between a day and what it is called behind it. */
    private static final Set<String> CALLS = Phrases.of("as|is|was|ist|war|als|est|comme|es|como|è|e|come|to|jako|é");

    /** Further words between. */
    private static final Set<String> WHOSE = Phrases.of(
            "my|your|his|her|their|the|mein|meine|dein|ihr|sein|das|der|ma|sa|votre|la|mi|su|tu|mia|sua|jouw|uw|mijn|zijn|haar|het|de"
                    + "|moja|moją|jej|jego|a|minha");

    private static final Set<String> PATIENTS = Phrases.of(
            "patient|pt|patientin|patiente|paciente|paziente|patiënt|patiënte|pacjent|pacjentka|insured|claimant|applicant");

    private static final Set<String> SEXES =
            Phrases.of("f|m|w|x|k|v|female|male|woman|man|weiblich|männlich|femme|homme|mujer|hombre|donna|uomo|vrouw");

    private BirthNear() {}

    /** Whether the day between two indices is somebody's birth. */
    static boolean is(Scan scan, int start, int end) {
        String text = scan.text();
        return isSaid(scan, start) || isCalledBehind(text, end) || isOfPatient(text, start, end);
    }

    /** One of the names, and nothing but ordinary words of the same sentence behind it. */
    private static boolean isSaid(Scan scan, int start) {
        String text = scan.text();
        int said = scan.mentions().of(Topic.BIRTH).lastBefore(start);
        // The last stop of D.O.B. ends no sentence.
        int name = said > 1 && text.startsWith(".", said) && text.charAt(said - 2) == '.' ? said + 1 : said;
        if (name < 0 || start - name > REACH) {
            return false;
        }
        String between = text.substring(name, start);
        int colon = between.indexOf(':');
        boolean sentence = between.chars().noneMatch(c -> ";?!.\n(".indexOf(c) >= 0)
                && (colon < 0 || colon == between.stripTrailing().length() - 1);
        return sentence && Cues.before(text, start, "").endWith(NAMES, WORDS, NONE);
    }

    private static boolean isCalledBehind(String text, int end) {
        int last = Math.min(text.length(), end + REACH);
        int stop = end;
        while (stop < last && ".;:!?,\n".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        String[] words =
                text.substring(end, stop).strip().toLowerCase(Locale.ROOT).split("[ \"'*]+", 2 * MOST_BEHIND);
        if (!text.startsWith(" ", end) || !CALLS.contains(words[0]) || text.startsWith(":", stop)) {
            return false;
        }
        int name = 1;
        while (name < words.length && name < MOST_BEHIND && WHOSE.contains(words[name])) {
            name++;
        }
        StringBuilder called = new StringBuilder();
        for (int word = name; word < words.length && word < name + LONGEST_NAME; word++) {
            called.append(word == name ? "" : " ").append(words[word]);
            if (NAMES.contains(called.toString())) {
                return true;
            }
        }
        return false;
    }

    /** In brackets behind a patient, with the sex before. */
    private static boolean isOfPatient(String text, int start, int end) {
        if (!text.startsWith(", ", start - 2) || !text.startsWith(")", end)) {
            return false;
        }
        int open = start - 3;
        while (open > 0 && start - open < LONGEST_SEX && text.charAt(open) != '(') {
            open--;
        }
        return open >= 0
                && text.charAt(open) == '('
                && SEXES.contains(text.substring(open + 1, start - 2).toLowerCase(Locale.ROOT))
                && Cues.before(text, open, "").say(PATIENTS);
    }
}
