package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ids by which a state, an insurance, a bank or a firm has somebody in its registers, told by short labels and by those of more
 * countries: {@code Perso-Nr. L01X00T47}, {@code UAN 100904319456}, {@code Employee EMP08908}.
 */
enum RegisteredId implements CalledSearch.Kind {
    DRIVER(
            "NATIONALID",
            "dln|oln|lic|lic no|driver lic|drivers lic|operator license|operators license",
            (id, digits) -> id.length() >= 7 && id.length() <= 18 && digits >= 6),
    /** Eight digits, the first letter of a surname, three digits. */
    GERMAN_PENSION(
            "NATIONALID",
            "sv nummer|sv nr|rv nummer|rv nr|rentenversicherungsnr|rentenversicherungsnummer|rentenversicherung",
            (id, digits) -> id.length() == 12 && digits == 11 && !Letters.isDigit(id.charAt(8))),
    GERMAN_CARD(
            "NATIONALID",
            "perso|perso nr|perso nummer|persoausweis",
            (id, digits) -> id.length() >= 9 && id.length() <= 10 && digits >= 4),
    GERMAN_NUMBER(
            "NATIONALID",
            "personalausweis|personalausweisnummer|personalausweisnr|personalausweis nr|ausweisnummer|ausweisnr",
            GermanNumber::is),
    SPANISH_FOREIGNER(
            "NATIONALID",
            "nie|n i e|nie number",
            (id, digits) -> id.length() == 9 && digits == 7 && "XYZ".indexOf(id.charAt(0)) >= 0),
    STAFF_OR_MEMBER(
            "NATIONALID",
            "personalnr|personal nr|pers nr|mitgliedsnr|mitglieds nr|mitgliedsnummer|matrikelnr|dadhérent|adhérent|numéro dadhérent"
                    + "|n dadhérent|número de socio|nº de socio|numero di tessera|lidnummer",
            (id, digits) -> id.length() >= 5 && id.length() <= 16 && digits >= 4),
    CUSTOMER(
            "ACCOUNT",
            "kdnr|kd nr|kunden nr|vertragsnr|vertrags nr|nº de cliente|n de cliente|no de cliente|nº cliente|número de contrato|nº de contrato",
            (id, digits) -> id.length() >= 5 && id.length() <= 18 && digits >= 4),
    ITALIAN_CARD(
            "NATIONALID",
            "cie|cie n|carta identità|carta didentità elettronica",
            (id, digits) -> id.length() == 9 && digits == 5),
    ITALIAN_HEALTH(
            "NATIONALID",
            "tessera sanitaria|tessera sanitaria n",
            (id, digits) -> digits == id.length() && digits == 20),
    /** Whatever its last letter. */
    ITALIAN_FISCAL(
            "NATIONALID",
            "c f|cf|cod fisc|cod fiscale",
            (id, digits) -> id.length() == 16 && digits == 7 && !Letters.isDigit(id.charAt(5))),
    POLISH_FIRM("NATIONALID", "regon", (id, digits) -> digits == id.length() && (digits == 9 || digits == 14)),
    DUTCH_FIRM("NATIONALID", "kvk|kvk nummer|kv k|kv k nummer", (id, digits) -> digits == id.length() && digits == 8),
    AUSTRALIAN_FIRM("NATIONALID", "acn", (id, digits) -> digits == id.length() && digits == 9),
    AUSTRALIAN_HEALTH("NATIONALID", "ihi", (id, digits) -> digits == id.length() && digits == 16),
    INDIAN_FUND("NATIONALID", "uan|uan no", (id, digits) -> digits == id.length() && digits == 12),
    INDIAN_RATION(
            "NATIONALID",
            "ration card|ration card no",
            (id, digits) -> id.length() >= 8 && id.length() <= 15 && digits >= 7),
    QUEBEC_HEALTH("NATIONALID", "ramq", (id, digits) -> id.length() == 12 && digits == 8),
    QATAR("NATIONALID", "qid|qatar id", (id, digits) -> digits == id.length() && digits == 11),
    KUWAIT("NATIONALID", "civil id|civil id no", (id, digits) -> digits == id.length() && digits == 12),
    TAXPAYER_OF_PERU("NATIONALID", "ruc", (id, digits) -> digits == id.length() && (digits == 11 || digits == 13)),
    MEXICAN_VOTER(
            "NATIONALID",
            "ine|clave de elector|clave elector",
            (id, digits) -> (id.length() == 13 && digits == 13) || (id.length() == 18 && digits >= 9 && digits <= 12)),
    BRAZILIAN_WORK("NATIONALID", "pasep|pis pasep", (id, digits) -> digits == id.length() && digits == 11),
    BRAZILIAN_HEALTH(
            "NATIONALID",
            "cns|cartão sus|cartao sus|cartão nacional de saúde",
            (id, digits) -> digits == id.length() && digits == 15),
    KENYA("NATIONALID", "huduma|huduma namba", (id, digits) -> digits == id.length() && digits >= 7 && digits <= 10),
    KENYAN_TAX("NATIONALID", "kra|kra pin", (id, digits) -> id.length() == 11 && digits == 9),
    /** A and seven to nine digits. */
    ALIEN(
            "NATIONALID",
            "a number|a no|alien no",
            (id, digits) -> id.charAt(0) == 'A' && digits == id.length() - 1 && digits >= 7 && digits <= 9),
    TRAVELLER(
            "NATIONALID",
            "known traveler|known traveler number|known traveller|known traveller number|ktn|redress|redress number|redress control|redress control number",
            (id, digits) -> id.length() >= 7 && id.length() <= 13 && digits >= 7),
    HOSPITAL(
            "NATIONALID",
            "hosp|hosp no|chart no",
            (id, digits) -> id.length() >= 5 && id.length() <= 12 && digits >= 5),
    /** Of a sample in a laboratory; those of genes have fewer digits behind their letters. */
    SPECIMEN(
            "NATIONALID",
            "accession|accession no|accession number",
            (id, digits) ->
                    id.length() <= 14 && digits >= 8 && id.length() - digits <= 2 && !Letters.isDigit(id.charAt(0))),
    INSURANCE("NATIONALID", "insurance id", (id, digits) -> id.length() >= 8 && digits >= 6 && digits < id.length()) {
        /** "Insurance: Aetna, ID W2048811937", too. */
        @Override
        public boolean isCalled(Cues cues) {
            return super.isCalled(cues) || isOfInsurance(cues);
        }
    },
    BANK_ACCOUNT(
            "ACCOUNT",
            "account ending in|account ending|acct ending in|account ends in|conto corrente|compte courant|girokonto|conta corrente"
                    + "|conta poupança|cuenta corriente|a c|a n",
            (id, digits) ->
                    digits == id.length() && digits >= 7 && digits <= 17 && (digits != 12 || id.charAt(0) == '0')),
    SORT_CODE("ACCOUNT", "s c", (id, digits) -> digits == id.length() && digits == 6),
    VEHICLE(
            "VEHICLE",
            "fin|fahrgestellnr|fahrgestell nr|telaio|numero di telaio|chassis|chassisnummer",
            CalledId.VEHICLE::proves),
    /** Hex digits, as phones of networks without cards of a subscriber had. */
    MOBILE_EQUIPMENT(
            "DEVICE",
            "meid|meid number",
            (id, digits) -> id.length() == 14 && digits >= 6 && id.chars().allMatch(c -> Letters.isHex((char) c))),
    DEVICE(
            "DEVICE",
            "device id",
            (id, digits) -> id.length() >= 8
                    && id.length() <= 20
                    && digits >= 5
                    && id.chars().anyMatch(c -> !Letters.isHex((char) c))),
    BIOMETRIC(
            "NATIONALID",
            "biometric id|biometric identifier|fingerprint id|voiceprint id|faceprint id",
            (id, digits) -> id.length() >= 6 && id.length() <= 20 && digits >= 4),
    STAFF_BY_PREFIX(
            "NATIONALID",
            "employee|student|patient|member|staff|subscriber",
            (id, digits) -> isBehindPrefix(id, digits, Set.of("EMP", "STU", "PAT", "MEM", "MBR", "STF", "SUB"))),
    CUSTOMER_BY_PREFIX(
            "ACCOUNT", "customer", (id, digits) -> isBehindPrefix(id, digits, Set.of("CUST", "CUS", "CLI", "KD")));

    static final List<RegisteredId> ALL = List.of(values());

    private static final int LEAST_BEHIND_PREFIX = 4;
    private static final Set<String> ID = Set.of("id");
    private static final Set<String> INSURANCES =
            Phrases.of("insurance|insurer|payer|health plan|krankenkasse|mutuelle|assicurazione");

    private final String type;
    private final Set<String> words;
    private final CalledSearch.Proof proof;

    RegisteredId(String type, String words, CalledSearch.Proof proof) {
        this.type = type;
        this.words = Phrases.of(words);
        this.proof = proof;
    }

    /** What the words end with that {@link #isOfInsurance} goes by, beside links. */
    static Stream<String> lastWords() {
        return ID.stream();
    }

    /** Whether an id stands here, and an insurance was said of before. */
    static boolean isOfInsurance(Cues cues) {
        return cues.endWith(ID) && cues.say(INSURANCES);
    }

    /** EMP08908: what it is in short, and digits alone behind. */
    private static boolean isBehindPrefix(String id, int digits, Set<String> prefixes) {
        return digits >= LEAST_BEHIND_PREFIX
                && digits <= id.length() - 2
                && prefixes.contains(id.substring(0, id.length() - digits))
                && Letters.isDigit(id.charAt(id.length() - digits));
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
    public boolean proves(String id, int digits) {
        return proof.accepts(id, digits);
    }
}
