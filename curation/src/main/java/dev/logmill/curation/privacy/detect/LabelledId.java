package dev.logmill.curation.privacy.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ids that a label of a form tells, in the languages of Europe, however they are written: {@code Rijbewijsnummer 5338120947},
 * {@code SSN: 812.4430.6617.25}. What has a form of its own is in {@link NationalId} and {@link IssuedId}.
 */
enum LabelledId implements CalledSearch.Kind {
    DRIVING_LICENCE(
            "NATIONALID",
            "patente di guida|numero patente|numero di patente|rijbewijsnummer|rijbewijs nummer|carnet de conducir|licencia de conducir"
                    + "|permiso de conducción|n permis|numéro de permis|numero de permis|permis de conduire n|permis n|carta de condução"
                    + "|führerscheinnr|führerschein nr|körkortsnummer|kørekort|førerkort|prawa jazdy|driver license number"
                    + "|drivers license number|driving licence number|driving license number|driverlicense|driverlicence|driverslicense|driverslicence|drivinglicence"
                    + "|drivinglicense|driverlicensenum|driverlicensenumber",
            (id, digits) -> id.length() >= 6 && id.length() <= 18 && digits >= 4),
    IDENTITY_CARD(
            "NATIONALID",
            "carta didentità|carta didentità n|carta di identità|carte didentité n|carte nationale didentité|cni|identiteitskaart"
                    + "|identiteitskaartnummer|id kaart|id kaart nummer|idkaart|carné de identidad|carnet de identidad|cédula de identidad"
                    + "|cedula de identidad|bilhete de identidade|documento de identidade|dowód osobisty|id kort|identitetskort|idcard|idcardnum"
                    + "|idcardnumber|idcardno",
            (id, digits) -> id.length() >= 6 && id.length() <= 15 && digits >= 5),
    PASSPORT(
            "NATIONALID",
            "paspoortnummer|paspoort nummer|passaporte n|pass nr|passnr|pass nummer|paszportu|numéro de passeport|passeport n"
                    + "|número de pasaporte|número do passaporte|numero di passaporto|passportnum",
            CalledId.PASSPORT::proves),
    SOCIAL(
            "NATIONALID",
            "ssn|social number|socialnumber|socialnum|social num|social no|social security number|social security no|burgerservicenummer|fødselsnummer|fødselsnummeret"
                    + "|personnummer|numéro de sécurité sociale|numéro sécu|rijksregisternummer|nass|seguridad social",
            (id, digits) -> id.length() >= 8 && id.length() <= 15 && digits >= 8),
    /** What stands behind the word alone must be numbered as one. */
    SOCIAL_ALONE(
            "NATIONALID",
            "social",
            (id, digits) -> digits == id.length()
                    && digits == 9
                    && !id.startsWith("000")
                    && !id.startsWith("666")
                    && id.charAt(0) != '9'),
    TAX(
            "NATIONALID",
            "tax number|taxnumber|taxnum|tax num|tax no|tin|tin number|fein|codice fiscale",
            (id, digits) -> id.length() >= 9 && id.length() <= 15 && digits >= 8),
    CLINIC(
            "NATIONALID",
            "nhc|historia clínica|historia clinica|número de historia|n historia|nº historia|nº de historia",
            (id, digits) -> digits == id.length() && digits >= 5 && digits <= 12),
    DOCTOR(
            "NATIONALID",
            "ncol|n col|nº col|nº colegiado|número de colegiado|colegiado|colegiada",
            (id, digits) -> digits == id.length() && digits >= 6 && digits <= 10),
    SERIAL(
            "DEVICE",
            "serial number|serial no|serial nr|device serial|device serial number|seriennummer|numéro de série|número de serie|numero di serie"
                    + "|serienummer",
            (id, digits) -> id.length() >= 8
                    && id.length() <= 20
                    && digits >= 3
                    // Certificates are numbered in hex.
                    && id.chars().anyMatch(c -> !Letters.isHex((char) c))),
    DEVICE(
            "DEVICE",
            "device identifier|device identifiers|ger\u00e4tekennung",
            (id, digits) -> id.length() >= 8 && id.length() <= 20 && digits >= 5),
    /** Of a phone within a house, and of a pager, which the plans of countries do not have. */
    EXTENSION(
            "PHONE",
            "pager|pager number|pager no|beeper|bleep|durchwahl|durchwahlnummer|nebenstelle|doorkiesnummer|buscapersonas",
            (id, digits) -> digits == id.length() && digits >= 3 && digits <= 7),
    /** All but the last digits are hidden. */
    MASKED_ACCOUNT(
            "ACCOUNT",
            "routing number|routing|account number|account no|acct|acct no",
            (id, digits) -> digits >= 3
                    && digits <= 5
                    && id.startsWith("XXX")
                    && id.lastIndexOf('X') == id.length() - digits - 1);

    static final List<LabelledId> ALL = List.of(values());

    /** Chars of a word that is not said of much else. */
    private static final int LEAST_PART = 3;

    /** Words of labels that the topic has with what stands behind them. */
    private static final Set<String> OFTEN = Phrases.of("pass|col|device");

    private final String type;
    private final Set<String> words;
    private final Set<String> called;
    private final CalledSearch.Proof proof;

    LabelledId(String type, String words, CalledSearch.Proof proof) {
        this.type = type;
        this.words = Phrases.of(words);
        this.called = Plurals.with(List.copyOf(this.words));
        this.proof = proof;
    }

    /**
     * What tells that one of them, or of {@link RegisteredId}, may be in a text, marked as {@link Keywords} understand it: the longest word of each label that is
     * not said of all else as well.
     */
    static String parts() {
        return Stream.<CalledSearch.Kind>concat(ALL.stream(), RegisteredId.ALL.stream())
                .flatMap(kind -> kind.words().stream())
                .flatMap(label -> Stream.of(label.split(" ", -1))
                        .filter(word -> word.length() >= LEAST_PART && !Cues.isLink(word) && !OFTEN.contains(word))
                        .max(Comparator.comparingInt(String::length))
                        .stream())
                .map(word -> "^" + word + "$")
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
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
    public boolean proves(String id, int digits) {
        return proof.accepts(id, digits);
    }
}
