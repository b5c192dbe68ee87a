package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/** Ids that have no form of their own and are told by what they are called: licences, accounts, plates. */
enum CalledId {
    DRIVING_LICENCE(
            "NATIONALID",
            "drivers license|driver license|drivers licence|driver licence|driving licence|driving license|dl|dlno"
                    + "|license number|licence number|führerschein|führerscheinnummer|permis de conduire|permiso de conducir|patente|rijbewijs|prawo jazdy|körkort",
            (id, digits) -> id.length() >= 6 && id.length() <= 18 && digits >= 4),
    PASSPORT(
            "NATIONALID",
            "passport|passport number|reisepass|passeport|pasaporte|passaporto|paspoort|passaporte|paszport",
            (id, digits) -> id.length() >= 6 && id.length() <= 10 && digits >= 5),
    STATE(
            "NATIONALID",
            "personalausweis|ausweis|ausweisnummer|national id|national identity|identity card|id card|voter id|resident permit|residence permit|visa number|green card|social insurance|ssn|social security",
            (id, digits) -> id.length() >= 6 && id.length() <= 15 && digits >= 5),
    PATIENT(
            "NATIONALID",
            "mrn|medical record|patient id|patient number|health insurance|insurance number|policy number|insurance policy|health card|medical license|medical licence",
            (id, digits) -> id.length() >= 5 && id.length() <= 16 && digits >= 4),
    BANK_ACCOUNT(
            "ACCOUNT",
            "account number|account no|account num|acct|acct no|bank account|bank account number|checking account|savings account"
                    + "|kontonummer|konto nr|numéro de compte|número de cuenta|numero di conto|rekeningnummer|bankgiro",
            (id, digits) -> id.length() >= 6 && id.length() <= 18 && digits == id.length()),
    ROUTING("ACCOUNT", "routing|routing number|aba|aba number|rtn|transit number", CalledId::isRouting),
    SORT_CODE(
            "ACCOUNT",
            "sort code|sortcode|bsb|bankleitzahl|blz",
            (id, digits) -> (id.length() == 6 || id.length() == 8) && digits == id.length()),
    PLATE(
            "PLATE",
            "license plate|licence plate|number plate|plate|plates|plate number|registration plate|vehicle registration|car registration"
                    + "|kennzeichen|nummernschild|plaque dimmatriculation|immatriculation|matrícula|targa|kenteken|tablica rejestracyjna|placa",
            (id, digits) -> id.length() >= 4 && id.length() <= 9 && digits >= 1 && digits < id.length());

    static final List<CalledId> ALL = List.of(values());

    private final String type;
    private final Set<String> words;
    private final Proof proof;

    CalledId(String type, String words, Proof proof) {
        this.type = type;
        this.words = Set.of(words.split("\\|", -1));
        this.proof = proof;
    }

    /** Whether an id with so many digits in it can be one. */
    private interface Proof {
        boolean accepts(String id, int digits);
    }

    /** ABA: weights 3, 7, 1. */
    private static boolean isRouting(String id, int digits) {
        return id.length() == 9
                && digits == 9
                && !id.startsWith("000")
                && CheckDigits.weighted(id, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
    }

    String type() {
        return type;
    }

    /** What it is called, in small letters. */
    Set<String> words() {
        return words;
    }

    /**
     * Whether letters and digits without separators, in capitals, can be one.
     *
     * @param digits how many of them are digits
     */
    boolean proves(String id, int digits) {
        return proof.accepts(id, digits);
    }

    /** How many chars of an id are digits. */
    static int digits(String id) {
        int digits = 0;
        for (int i = 0; i < id.length(); i++) {
            digits += Letters.isDigit(id.charAt(i)) ? 1 : 0;
        }
        return digits;
    }
}
