package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids that have no form of their own and are told by what they are called: licences, accounts, codes of cards, vehicles. */
enum CalledId implements CalledSearch.Kind {
    DRIVING_LICENCE(
            "NATIONALID",
            "drivers license|driver license|drivers licence|driver licence|driving licence|driving license|dl|dlno"
                    + "|license number|licence number|license no|licence no|führerschein|führerscheinnummer|permis de conduire"
                    + "|permiso de conducir|patente|rijbewijs|prawo jazdy|körkort",
            (id, digits) -> id.length() >= 6 && id.length() <= 18 && digits >= 4),
    PASSPORT(
            "NATIONALID",
            "passport|passport number|reisepass|reisepassnummer|reisepassnr|passnummer|passeport n|passeport|pasaporte|passaporto|paspoort|passaporte|paszport",
            CalledId::isPassport),
    DOCUMENT("NATIONALID", "document number|doc number|document no|doc no|travel document", CalledId::isDocument),
    STATE(
            "NATIONALID",
            "my social|his social|her social|your social|personalausweis|personalausweisnummer|personalausweisnr|ausweisnr|ausweis|ausweisnummer|national id|national identity|national insurance|ni number|nino|identity card"
                    + "|id card|identity number|identification number|identity document|personal id|citizen id|government id|my id"
                    + "|his id|her id|voter id|resident permit|residence permit|visa number|green card|social insurance|sin|ssn"
                    + "|social security|alien|alien number|alien registration|alien registration number|uscis number|taxpayer|tax identification|documento de identidad|cédula|carte didentité|ic number|nric"
                    + "|svnr|sozialversicherungsnummer|versicherungsnummer",
            (id, digits) -> id.length() >= 6 && id.length() <= 15 && digits >= 5),
    PATIENT(
            "NATIONALID",
            "mrn|medical record|med rec|hospital number|hospital no|claim number|claim no|claim id|patient id|patient number|health insurance|insurance number|policy number|policy no|insurance policy"
                    + "|health card|medical license|medical licence|beneficiary number|beneficiary id|health plan|medicaid|hicn"
                    + "|subscriber id|insurance id|group id|chart number",
            (id, digits) -> id.length() >= 5 && id.length() <= 16 && digits >= 4),
    POLICY(
            "NATIONALID",
            "póliza|poliza|polizza|polis|polisnummer|polisa|nr polisy|apólice|police n|numéro de police|numéro de contrat|versicherungsschein|versicherungsscheinnummer|försäkringsnummer|siniestro|sinistre|sinistro|schadennummer|schadensnummer|schadenummer|policy|claim|claim ref|claim reference|insured under",
            (id, digits) -> id.length() >= 7 && id.length() <= 14 && digits >= 5 && digits < id.length()),
    TAX(
            "NATIONALID",
            "vat|vat id|vat reg|vat registration|ust id|ust idnr|ustidnr|ustid|umsatzsteuer id|umsatzsteuer idnr|tva|tva intracom"
                    + "|tva intracommunautaire|btw|btw nummer|btwnummer|moms|partita iva|p iva|piva|iva|cif|gst|gstin|abn"
                    + "|rfc|steuernummer|steuernr|steuer|st nr|stnr|finanzamt|tax id|tax id number|tax id no|tax identifier|identificación tributaria",
            CalledId::isTax),
    UID("NATIONALID", "uid", (id, digits) -> digits >= 8 && (id.startsWith("ATU") || id.startsWith("CHE"))),
    LICENCE(
            "NATIONALID",
            "license|licence",
            (id, digits) -> id.length() >= 8
                    && id.length() <= 15
                    && digits == id.length() - 1
                    && !Letters.isDigit(id.charAt(0))),
    MEMBER(
            "NATIONALID",
            "bar no|bar number|member id|member number|member no|membership|membership number|membership id|employee id|employee number|employee no"
                    + "|emp no|emp id|staff id|staff number|personnel number|personalnummer|student id|student number|student no"
                    + "|roll no|roll number|matric no|matriculation no|enrolment no|enrollment no|enrolment number|enrollment number|matriculation number|matrikelnummer|loyalty number|frequent flyer|badge number|certificate number|certificate no",
            (id, digits) -> id.length() >= 5 && id.length() <= 16 && digits >= 4) {
        /** "Employee Ann Lee (ID 10482)", too. */
        @Override
        public boolean isCalled(Cues cues) {
            return super.isCalled(cues) || isOfSomebody(cues);
        }
    },
    PRACTITIONER(
            "NATIONALID",
            "npi|dea|gmc",
            (id, digits) ->
                    (digits == id.length() && (digits == 10 || digits == 7)) || (digits == 7 && id.length() == 9)),
    BANK_ACCOUNT(
            "ACCOUNT",
            "account number|account no|account num|acct|acct no|a c no|konto|kto|kontonr|bank account|bank account number|beneficiary account|checking account|savings account"
                    + "|current account|kontonummer|konto nr|numéro de compte|número de cuenta|numero di conto|rekeningnummer|bankgiro",
            CalledId::isAccountNumber),
    NUMBERED_ACCOUNT(
            "ACCOUNT",
            "loan account|loan number|mortgage account|customer number|customer no|customer id|client number|client id"
                    + "|client no|cust id|cust no|kundenkonto|vertragskonto|vertragskontonummer|vertragsnummer|número de cliente|numero de cliente|numero di cliente|kundennummer|kundennr|kunden nr|numéro client|numéro de client|n client|numéro dabonné|klantnummer|klantnr|klant nr|kundnummer|kundnr|kundenummer|número do cliente|numer klienta|nr klienta|codice cliente|asiakasnumero|credit account",
            (id, digits) -> id.length() >= 5 && id.length() <= 18 && digits >= 4),
    // Twelve digits are rather those of an account in a cloud.
    ACCOUNT(
            "ACCOUNT",
            "account|acc|acc no|acc number|compte|cuenta|conto|rekening|conta",
            (id, digits) ->
                    digits == id.length() && digits >= 7 && digits <= 17 && (digits != 12 || id.charAt(0) == '0')) {
        @Override
        public boolean provesGrouped(String id, int digits) {
            return proves(id, digits) || (digits == id.length() && digits == 12);
        }
    },
    ROUTING("ACCOUNT", "routing|routing number|ach|ach routing|aba|aba number|rtn|transit number", CalledId::isRouting),
    BRANCH("ACCOUNT", "ifsc", (id, digits) -> id.length() == 11 && id.charAt(4) == '0' && digits >= 6),
    SORT_CODE(
            "ACCOUNT",
            "sort code|sortcode|bsb|bankleitzahl|blz",
            (id, digits) -> (id.length() == 6 || id.length() == 8) && digits == id.length()),
    // Whatever its check digit: a mistyped card tells nearly as much.
    CARD(
            "CARD",
            "card number|card no|cardnumber|credit card|debit card|credit card number|debit card number|card details|bank card"
                    + "|kreditkarte|kreditkartennummer|kartennummer|carte bancaire|numéro de carte|carte de crédit|tarjeta"
                    + "|número de tarjeta|tarjeta de crédito|carta di credito|numero di carta|creditcard",
            (id, digits) -> digits == id.length() && digits >= 13 && digits <= 19),
    CARD_CODE(
            "SECRET",
            "cvv|cvv code|amex cid|card cid|cvv number|cvc|cvc code|security code|verification value|card verification|prüfziffer|prüfnummer|kartenprüfnummer"
                    + "|sicherheitscode|cryptogramme|code on the back|on the back|código de seguridad|codigo de seguridad|codice di sicurezza"
                    + "|código de segurança|veiligheidscode|code de sécurité|código de verificación",
            (id, digits) -> digits == id.length() && (digits == 3 || digits == 4)),
    // A PIN code of six digits is a postal code in India.
    PIN(
            "SECRET",
            "pin|pin code|pin number|card pin|atm pin|pin from|pin of my card|pin for my card|pin of my phone|sim pin|voicemail pin|phone pin|my alarm code|our alarm code|house alarm code|home alarm code|office alarm code|alarm pin|entry code|unlock code|garage code|door code|gate code|keypad code|lockbox code|lock code|safe code",
            (id, digits) -> digits == id.length() && (digits == 4 || digits == 5)),
    ONE_TIME_CODE(
            "SECRET",
            "otp|otp code|passcode|one time code|one time password|one time pin|verification code|authentication code|login code"
                    + "|fa code|mfa code|totp code|sms code",
            (id, digits) -> digits == id.length() && digits >= 4 && digits <= 8) {
        /** "The passcode for the door is 739102", too. */
        @Override
        public boolean isCalled(Cues cues) {
            return super.isCalled(cues) || isSaid(cues);
        }
    },
    RECOVERY_CODE(
            "SECRET",
            "backup code|backup codes|recovery code|recovery codes|recovery key|emergency code|emergency codes|scratch code|scratch codes"
                    + "|ersatzcode|ersatzcodes|wiederherstellungscode|wiederherstellungscodes|code de secours|codes de secours",
            (id, digits) -> digits >= 4 && id.length() >= 6 && id.length() <= 16),
    // Six digits, as nearly all are that are sent: other numbers are those of lines, or of anything else that code has.
    SENT_CODE(
            "SECRET",
            "your code|your pin|ihr code|votre code|su código|tu código|il tuo codice",
            (id, digits) -> digits == id.length() && digits == 6),
    VEHICLE(
            "VEHICLE",
            "vin|vin number|vehicle identification|chassis number|fahrgestellnummer|numéro de châssis|bastidor",
            (id, digits) -> id.length() == 17 && digits >= 3 && id.chars().noneMatch(c -> "IOQ".indexOf(c) >= 0)),
    DEVICE(
            "DEVICE",
            "imei|imei number|imeisv|meid",
            (id, digits) -> digits == id.length() && digits >= 14 && digits <= 16);

    private static final Set<String> ID = Set.of("id");
    private static final Set<String> OF_THINGS = Phrases.of(
            "document id|order id|request id|file id|session id|ticket id|job id|transaction id|trace id|message id|product id"
                    + "|item id|case id|run id|device id|record id|row id|task id|event id|form id|course id|exam id|by id|with id|batch id");
    private static final Set<String> KNOWN_BY_ID =
            Set.of("employee", "patient", "student", "pupil", "trainee", "apprentice", "mitarbeiter", "mitarbeiterin");
    private static final Set<String> SAID = Set.of("is", "was", "ist", "lautet", "est", "es");

    private static final Set<String> PIN_OF = Set.of("pin for", "pin of", "pin to", "pin code for", "pin f\u00fcr");

    /** What accounts and the codes of banks are called. */
    private static final Set<String> OF_BANKS = Stream.of(BANK_ACCOUNT, ACCOUNT, ROUTING, SORT_CODE)
            .flatMap(kind -> kind.words.stream())
            .collect(Collectors.toUnmodifiableSet());

    static final List<CalledId> ALL = List.of(values());

    /** Letters of a country in a passport (ISO 3166, alpha-3). */
    private static final int COUNTRY = 3;

    private static final int BRANCH_LETTERS = 2;

    private final String type;
    private final Set<String> words;
    private final Set<String> called;
    private final CalledSearch.Proof proof;

    CalledId(String type, String words, CalledSearch.Proof proof) {
        this.type = type;
        this.words = Phrases.of(words);
        this.called = Plurals.with(List.copyOf(this.words));
        this.proof = proof;
    }

    /** What the words end with that {@link #isOfBank}, {@link #isOfSomebody} and {@link #isSaid} go by, beside links. */
    static Stream<String> lastWords() {
        return Stream.of(BankNames.ALL, BankNames.JOINTS, OF_BANKS, ID, SAID).flatMap(Set::stream);
    }

    /** Whether what is of a bank is called so, with the name of the bank between. */
    static boolean isOfBank(Cues cues) {
        return cues.endWith(OF_BANKS, BankNames.ALL, BankNames.JOINTS);
    }

    /** Whether an id stands here, and who is known by one was said of before. */
    static boolean isOfSomebody(Cues cues) {
        return cues.endWith(ID) && cues.say(KNOWN_BY_ID) && !cues.endWith(OF_THINGS);
    }

    /** Whether a code of one use was called so somewhere before, and what it is stands here. */
    static boolean isSaid(Cues cues) {
        return cues.endWith(SAID) && (cues.say(ONE_TIME_CODE.words()) || cues.say(PIN_OF));
    }

    /** Most are of digits; those of some countries are eight or nine letters and digits at random. */
    private static boolean isPassport(String id, int digits) {
        return isPassportNumber(id, digits) || (isWithCountry(id) && isPassportNumber(id.substring(COUNTRY), digits));
    }

    /** Digits, or as many behind the letters of a branch: C1961547. */
    private static boolean isAccountNumber(String id, int digits) {
        int letters = id.length() - digits;
        return digits >= 6
                && id.length() <= 18
                && letters <= BRANCH_LETTERS
                && id.chars().limit(letters).noneMatch(c -> Letters.isDigit((char) c));
    }

    /** GBR 482019337 */
    private static boolean isWithCountry(String id) {
        return id.length() > COUNTRY + 6
                && id.chars().filter(c -> !Letters.isDigit((char) c)).count() == COUNTRY
                && id.chars().limit(COUNTRY).noneMatch(c -> Letters.isDigit((char) c));
    }

    private static boolean isPassportNumber(String id, int digits) {
        boolean random = (digits >= 2 && (id.length() == 8 || id.length() == 9)) || GermanNumber.is(id, digits);
        return id.length() >= 6 && id.length() <= 10 && (digits >= 5 || random) && !isDate(id);
    }

    /** As passports and identity cards are numbered: letters and digits, or nine digits; what invoices have is of other digits or longer. */
    private static boolean isDocument(String id, int digits) {
        return id.length() >= 8
                && id.length() <= 10
                && digits >= 6
                && (digits < id.length() || digits == 9)
                && !id.startsWith("INV")
                && !isDate(id);
    }

    /** 12MAY2024: when a passport was issued or ends. */
    private static boolean isDate(String id) {
        int month = 0;
        while (month < id.length() && Letters.isDigit(id.charAt(month))) {
            month++;
        }
        int year = month;
        while (year < id.length() && !Letters.isDigit(id.charAt(year))) {
            year++;
        }
        boolean day = month == 1 || month == 2;
        boolean ends = id.length() - year == 2 || id.length() - year == 4;
        return day
                && ends
                && BirthDateDetector.isMonth(id.substring(month, year).toLowerCase(Locale.ROOT));
    }

    /** Nine digits or more, or letters of a country, a person or a legal form among them. */
    private static boolean isTax(String id, int digits) {
        return id.length() >= 9 && id.length() <= 15 && digits >= 6;
    }

    /** ABA: weights 3, 7, 1. */
    private static boolean isRouting(String id, int digits) {
        return id.length() == 9
                && digits == 9
                && !id.startsWith("000")
                && CheckDigits.weighted(id, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
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
    public boolean isCalled(Cues cues) {
        return cues.endWith(called)
                || (OF_BANKS.containsAll(words) && cues.endWith(words, BankNames.ALL, BankNames.JOINTS));
    }

    @Override
    public boolean proves(String id, int digits) {
        return proof.accepts(id, digits);
    }
}
