package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that a state knows a person by: how each is written, which words call it so, and how it proves itself.
 *
 * <p>A form is written in chars: {@code d} a digit, {@code a} a letter, {@code x} either, {@code -} a dash, a space a space,
 * {@code _} either of them, any other char itself. What can hardly be anything else is found wherever it stands; other
 * forms only behind one of the words.
 */
enum NationalId {
    US_SSN("ddd-dd-dddd", "ddddddddd|ddd dd dddd", "ssn|social security", NationalIdRules::usSocialSecurity),
    US_TAX("", "dd-ddddddd|ddddddddd", "ein|employer identification|tax id|taxpayer|itin|tin", id -> true),
    US_MEDICARE("", "daaxdaxdaadd|dxxd-xxd-xxdd|dxxdxxdxxdd", "mbi|medicare", NationalIdRules::usMedicare),
    GB_NINO("aadddddda|aa dd dd dd a|aa-dd-dd-dd-a", "", "", EuropeanIdRules::gbInsurance),
    GB_NHS("", "dddddddddd|ddd_ddd_dddd", "nhs|health service", EuropeanIdRules::gbHealth),
    GB_UTR("", "dddddddddd|ddddd_ddddd", "utr|taxpayer|tax reference", id -> true),
    GB_LICENCE("aaaaaddddddxxxaa|aaaaa dddddd xxxaa", "", "", EuropeanIdRules::gbLicence),
    DE_TAX(
            "",
            "ddddddddddd|dd ddd ddd ddd",
            "steuer|idnr|steuerid|identifikationsnummer|steuernummer|tin|tax",
            EuropeanIdRules::deTax),
    DE_PENSION(
            "",
            "ddddddddaddd|dd ddddddaddd|dd dddddd a ddd",
            "sozialversicherung|sozialversicherungsnummer|rentenversicherung|rentenversicherungsnummer|versicherungsnummer|svnr|rvnr",
            EuropeanIdRules::dePension),
    FR_NIR(
            "ddddddddddddddd|d dd dd dd ddd ddd dd|d_dd_dd_dd_ddd_ddd_dd|ddddddddddddd dd",
            "",
            "nir|insee|sécurité sociale|securite sociale",
            EuropeanIdRules::frRegister),
    ES_DNI("dddddddda|dddddddd-a", "dddddddd a|dd.ddd.ddd-a", "dni|nif|documento", EuropeanIdRules::esIdentity),
    ES_NIE("addddddda|a-ddddddd-a", "", "nie", EuropeanIdRules::esForeigner),
    IT_FISCAL("aaaaaaddaddaddda|aaa aaa ddadd addda", "", "codice fiscale", EuropeanIdRules::itFiscal),
    NL_BSN(
            "",
            "ddddddddd|dddd.dd.ddd|dddd dd ddd",
            "bsn|burgerservicenummer|sofinummer|sofi",
            EuropeanIdRules::nlService),
    PL_PESEL("", "ddddddddddd", "pesel", EuropeanIdRules::plPesel),
    PL_NIP("", "dddddddddd|ddd-ddd-dd-dd|ddd-dd-dd-ddd", "nip", EuropeanIdRules::plTax),
    SE_PERSON(
            "dddddd-dddd|dddddd+dddd|dddddddd-dddd",
            "dddddddddd|dddddddddddd",
            "personnummer|personal number|samordningsnummer|pnr",
            EuropeanIdRules::sePerson),
    NO_BIRTH("", "ddddddddddd|dddddd ddddd", "fødselsnummer|fodselsnummer|personnummer|fnr", EuropeanIdRules::noBirth),
    DK_CPR("", "dddddd-dddd|dddddddddd", "cpr|personnummer", id -> CheckDigits.isDate(id, 4, 2, 0)),
    FI_HETU("dddddd-dddx|dddddd+dddx|ddddddAdddx", "", "", EuropeanIdRules::fiPerson),
    BE_REGISTER(
            "dd.dd.dd-ddd.dd",
            "ddddddddddd",
            "rijksregister|rijksregisternummer|registre national|niss|insz",
            EuropeanIdRules::beRegister),
    CH_AHV("ddd.dddd.dddd.dd", "ddddddddddddd", "ahv|avs|sozialversicherung", EuropeanIdRules::chInsurance),
    PT_NIF("", "ddddddddd|ddd ddd ddd", "nif|contribuinte", EuropeanIdRules::ptTax),
    IE_PPS("", "dddddddaa|ddddddda", "pps|ppsn|pps number", EuropeanIdRules::iePublicService),
    IN_AADHAAR("dddd dddd dddd|dddd-dddd-dddd", "dddddddddddd", "aadhaar|aadhar|uid|uidai", NationalIdRules::inAadhaar),
    IN_PAN("aaaaadddda", "", "", NationalIdRules::inAccount),
    IN_VOTER("", "aaaddddddd", "voter|epic|elector", id -> true),
    BR_CPF("ddd.ddd.ddd-dd", "ddddddddddd", "cpf|cadastro|contribuinte", NationalIdRules::brPerson),
    BR_FIRM("dd.ddd.ddd/dddd-dd", "dddddddddddddd", "cnpj", NationalIdRules::brFirm),
    BR_RG("", "dd.ddd.ddd-x|ddddddddx", "rg|registro geral|identidade", id -> true),
    CA_SIN("", "ddd_ddd_ddd|ddddddddd", "sin|social insurance|nas|assurance sociale", NationalIdRules::caInsurance),
    AU_TFN("", "ddd_ddd_ddd|ddddddddd|dddddddd", "tfn|tax file", NationalIdRules::auTaxFile),
    AU_MEDICARE("", "dddd_ddddd_d|dddddddddd|ddddddddddd", "medicare", NationalIdRules::auMedicare),
    SG_NRIC("addddddda", "", "", NationalIdRules::sgIdentity),
    KR_RRN("dddddd-ddddddd", "ddddddddddddd", "rrn|resident registration|주민등록번호|주민번호", NationalIdRules::krResident),
    ZA_ID("", "ddddddddddddd|dddddd dddd ddd", "id|identity|said|rsa", NationalIdRules::zaIdentity),
    CN_ID("dddddddddddddddddx", "", "", NationalIdRules::cnResident),
    JP_NUMBER("", "dddddddddddd|dddd_dddd_dddd", "my number|individual number|マイナンバー", id -> true),
    TR_ID("", "ddddddddddd", "tckn|tc kimlik|kimlik", NationalIdRules::trIdentity),
    MX_CURP("aaaaddddddaaaaaaxd", "", "", NationalIdRules::mxPopulation),
    CL_RUT("dd.ddd.ddd-x|d.ddd.ddd-x", "dddddddd-x|ddddddd-x", "rut|run", NationalIdRules::clTax),
    IL_ID("", "ddddddddd", "teudat zehut|israeli id|zehut", CardDetector::luhn);

    private final List<String> alone;
    private final List<String> called;
    private final Set<String> words;
    private final Set<String> names;
    private final Predicate<String> proof;

    NationalId(String alone, String called, String words, Predicate<String> proof) {
        this.alone = list(alone);
        this.called = list(called);
        this.words = Set.copyOf(list(words));
        this.proof = proof;
        this.names = this.words.stream().filter(word -> !isCommon(word)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether other numbers are called so as well. */
    private static boolean isCommon(String word) {
        return switch (word) {
            case "id",
                    "identity",
                    "said",
                    "rsa",
                    "run",
                    "tax",
                    "tin",
                    "uid",
                    "documento",
                    "contribuinte",
                    "sin",
                    "nas",
                    "nie" -> true;
            default -> false;
        };
    }

    private static List<String> list(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split("\\|", -1));
    }

    /** Forms that are found wherever they stand. */
    List<String> alone() {
        return alone;
    }

    /** Forms that are found behind one of the words. */
    List<String> called() {
        return called;
    }

    /** What it is called, in small letters. */
    Set<String> words() {
        return words;
    }

    /** Those of the words that call nothing else so: behind them a number in one of the forms is one, whatever its check digits. */
    Set<String> names() {
        return names;
    }

    /** The names of all of them. */
    static Set<String> allNames() {
        return Stream.of(values()).flatMap(id -> id.names().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an id in one of its forms, without separators and in capitals, can be one. */
    boolean proves(String id) {
        return proof.test(id);
    }
}
