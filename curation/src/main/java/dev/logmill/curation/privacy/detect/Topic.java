package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a text may be about, told by parts of words that one pass finds; a detector that needs words looks only there. */
enum Topic {
    /** Ids that are told by what they are called. */
    CALLED_ID(
            "licen|hrerschein|conduire|conducir|patente|rijbewijs|prawo|rkort|passport|reisepass|passeport|pasaporte|passaport|paspoort"
                    + "|paszport|national|identity|card|voter|permit|visa n|insurance|ssn|social sec|mrn|medical|patient|policy|account|acct"
                    + "|konto|compte|cuenta|conto|rekening|bankgiro|routing|aba |rtn|transit|sort code|sortcode|bsb|bankleitzahl|blz|plate|registration"
                    + "|kennzeichen|nummernschild|plaque|immatric|matr|targa|kenteken|tablica|placa|ausweis|dl no|dl num|dlno|dl:|dl #"),
    /** Somebody's birth. */
    BIRTH("born|birth|dob|d.o.b|bday|gebor|gebur|geb| le |naiss|naci|nato |nata |nasc|geboorte|urodz|delsedat"),
    /** Somebody's age. */
    AGE("age|year|yrs| yo|alter|edad|idade|turned|turning|turns|ans|anni|anos|jahre"),
    /** Passwords, keys and tokens. */
    SECRET(String.join("|", SecretDetector.keywords()));

    private static final List<Topic> OF_WORD = new ArrayList<>();
    private static final Keywords KEYWORDS = new Keywords(all());

    private final List<String> parts;

    Topic(String parts) {
        this.parts = List.of(parts.split("\\|", -1));
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (Topic topic : values()) {
            for (String part : topic.parts) {
                all.add(part);
                OF_WORD.add(topic);
            }
        }
        return all;
    }

    /** Those of a text. */
    static Set<Topic> of(String text) {
        Set<Topic> found = EnumSet.noneOf(Topic.class);
        KEYWORDS.find(text, (word, end) -> found.add(OF_WORD.get(word)));
        return found;
    }
}
