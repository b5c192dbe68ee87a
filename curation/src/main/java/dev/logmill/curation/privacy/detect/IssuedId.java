package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/** Ids that an insurance, a state, a bank or a network issues in a form of its own, and that are told by what they are called. */
enum IssuedId implements CalledSearch.Kind {
    /** A letter and nine digits (paragraph 290 SGB V). */
    GERMAN_HEALTH(
            "NATIONALID",
            "krankenversichertennummer|versichertennummer|versichertennr|versicherten nr|vers nr|krankenversicherungsnummer|kvnr|kv nummer"
                    + "|krankenversichertennr|krankenkasse nr|krankenkassen nr|krankenkassennr|krankenkassennummer|versicherungsnr",
            10,
            9),
    EMIRATES("NATIONALID", "emirates id|emirates id number|emirates identity", 15, 15),
    PAKISTAN("NATIONALID", "cnic|cnic number|cnic no|nicop", 13, 13),
    MEXICAN_INSURANCE("NATIONALID", "nss|nss number|seguro social|seguridad social", 11, 11),
    SPANISH_INSURANCE("NATIONALID", "nuss|nss|naf|seguridad social", 12, 12),
    FRENCH_BRANCH("NATIONALID", "siret|siret no", 14, 14),
    FRENCH_FIRM("NATIONALID", "siren|siren no", 9, 9),
    /** Five letters, four digits, a letter: beside its name whatever its fourth letter. */
    INDIAN_TAX("NATIONALID", "pan|pan number|pan no|pan card|permanent account number|permanent account no", 10, 4),
    /** The community health index of Scotland. */
    SCOTTISH_HEALTH("NATIONALID", "chi|chi number|chi no", 10, 10),
    /** Of a pupil in England. */
    PUPIL("NATIONALID", "upn|upn number", 13, 12),
    SPANISH_FIRM("NATIONALID", "nif|nif de la empresa", 9, 8),
    BRAZILIAN_VOTER("NATIONALID", "título de eleitor|titulo de eleitor|título eleitor", 12, 12),
    MEXICAN_ACCOUNT("ACCOUNT", "clabe|clabe interbancaria", 18, 18),
    SPANISH_ACCOUNT("ACCOUNT", "ccc|cuenta|cuenta corriente|número de cuenta", 20, 20),
    SIM("DEVICE", "iccid|iccid number|sim number|sim card number", 19, 19),
    SIM_WITH_CHECK("DEVICE", "iccid|iccid number|sim number|sim card number", 20, 20),
    MOBILE_SUBSCRIBER("DEVICE", "imsi|imsi number", 15, 15);

    static final List<IssuedId> ALL = List.of(values());

    private final String type;
    private final Set<String> words;
    private final Set<String> called;
    private final int length;
    private final int digits;

    IssuedId(String type, String words, int length, int digits) {
        this.type = type;
        this.words = Phrases.of(words);
        this.called = Plurals.with(List.copyOf(this.words));
        this.length = length;
        this.digits = digits;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Set<String> words() {
        return words;
    }

    @Override
    public Set<String> called() {
        return called;
    }

    @Override
    public boolean proves(String id, int found) {
        return id.length() == length
                && found == digits
                && (found == length || !Letters.isDigit(id.charAt(0)))
                && (this != INDIAN_TAX || (areLetters(id, 0, 5) && areLetters(id, 9, 10)));
    }

    private static boolean areLetters(String id, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Letters.isDigit(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
