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
    GB_NINO("aadddddda|aa dd dd dd a|aa-dd-dd-dd-a", "", "nino|national insurance", EuropeanIdRules::gbInsurance),
    GB_NHS("", "dddddddddd|ddd_ddd_dddd", "nhs|health service", EuropeanIdRules::gbHealth),
    GB_UTR("", "dddddddddd|ddddd_ddddd", "utr|taxpayer|tax reference", id -> true),
    GB_LICENCE(
            "aaaaaddddddxxxaa|aaaaa dddddd xxxaa",
            "aaaaa dddddd xxxxx|aaaaa.dddddd.xx.xxx|aaaaa dddddd xx xxx|aaaaa-dddddd-xx-xxx",
            "driving licence|driving license|driver's license|driver's licence|driverlicense|driverlicence|driverslicense|drivinglicence"
                    + "|drivinglicense|driverlicensenum|driverlicensenumber|dl|drivers license|drivers licence|driver license|driver licence|dvla|führerschein"
                    + "|führerscheinnummer|permis de conduire|numéro de permis|permiso de conducir|carnet de conducir|patente di guida|patente"
                    + "|rijbewijs|rijbewijsnummer|körkort|kørekort",
            EuropeanIdRules::gbLicence),
    DE_TAX(
            "",
            "ddddddddddd|dd ddd ddd ddd",
            "steuer|idnr|id nr|steuerid|steuerliche id|identifikationsnummer|steueridentifikationsnummer|steueridnr|steuernummer"
                    + "|tin|tax",
            EuropeanIdRules::deTax),
    DE_PENSION(
            "",
            "ddddddddaddd|dd ddddddaddd|dd dddddd a ddd",
            "sozialversicherung|sozialversicherungsnummer|rentenversicherung|rentenversicherungsnummer|versicherungsnummer|svnr|rvnr",
            EuropeanIdRules::dePension),
    FR_NIR(
            "ddddddddddddddd|d dd dd dd ddd ddd dd|d_dd_dd_dd_ddd_ddd_dd|ddddddddddddd dd",
            "ddddddddddddd",
            "nir|insee|sécurité sociale|securite sociale|sécu|secu|numéro de sécu",
            id -> id.length() == 15 && EuropeanIdRules.frRegister(id)),
    FR_TAX(
            "",
            "ddddddddddddd|dd dd ddd ddd ddd|d ddd ddd ddd ddd|dd dd ddd dddddd",
            "spi|numéro spi|numéro fiscal|numero fiscal|fiscal de référence|fiscal de reference|identifiant fiscal"
                    + "|didentification fiscale|didentité fiscale",
            EuropeanIdRules::frTax),
    ES_DNI(
            "dddddddda|dddddddd-a",
            "dddddddd a|dd.ddd.ddd-a",
            "dni|nif|documento|identificación fiscal|identificacion fiscal|nacional de identidad",
            EuropeanIdRules::esIdentity),
    ES_NIE(
            "addddddda|a-ddddddd-a",
            "",
            "nie|identidad de extranjero|identificación fiscal|identificacion fiscal",
            EuropeanIdRules::esForeigner),
    IT_FISCAL("aaaaaaddaddaddda|aaa aaa ddadd addda", "", "codice fiscale", EuropeanIdRules::itFiscal),
    NL_BSN(
            "",
            "ddddddddd|dddd.dd.ddd|dddd dd ddd|ddd.ddd.ddd|ddd ddd ddd|ddd-ddd-ddd",
            "bsn|burgerservicenummer|sofinummer|sofi",
            EuropeanIdRules::nlService),
    PL_PESEL("", "ddddddddddd", "pesel", EuropeanIdRules::plPesel),
    PL_NIP("", "dddddddddd|ddd-ddd-dd-dd|ddd-dd-dd-ddd", "nip|identyfikacji podatkowej", EuropeanIdRules::plTax),
    SE_PERSON(
            "dddddd-dddd|dddddd+dddd|dddddddd-dddd",
            "dddddddddd|dddddddddddd",
            "personnummer|personal number|samordningsnummer|pnr",
            EuropeanIdRules::sePerson),
    NO_BIRTH("", "ddddddddddd|dddddd ddddd", "fødselsnummer|fodselsnummer|personnummer|fnr", EuropeanIdRules::noBirth),
    DK_CPR("", "dddddd-dddd|dddddddddd", "cpr|personnummer", id -> CheckDigits.isDate(id, 4, 2, 0)),
    FI_HETU(
            "dddddd-dddx|dddddd+dddx|ddddddAdddx",
            "",
            "hetu|henkilötunnus|henkilötunnukseni|henkilotunnus|personbeteckning",
            EuropeanIdRules::fiPerson),
    BE_REGISTER(
            "dd.dd.dd-ddd.dd",
            "ddddddddddd",
            "rijksregister|rijksregisternummer|rijksregisternr|registre national|numéro national|belgian national number|national number|niss|insz",
            EuropeanIdRules::beRegister),
    CH_AHV("ddd.dddd.dddd.dd", "ddddddddddddd", "ahv|avs|sozialversicherung", EuropeanIdRules::chInsurance),
    PT_NIF(
            "",
            "ddddddddd|ddd ddd ddd",
            "nif|contribuinte|número fiscal|numero fiscal|identificação fiscal|identificacao fiscal",
            EuropeanIdRules::ptTax),
    IE_PPS("", "dddddddaa|ddddddda", "pps|ppsn|pps number", EuropeanIdRules::iePublicService),
    IN_AADHAAR("dddd dddd dddd|dddd-dddd-dddd", "dddddddddddd", "aadhaar|aadhar|uid|uidai", NationalIdRules::inAadhaar),
    IN_PAN("aaaaadddda", "", "", NationalIdRules::inAccount),
    IN_VOTER("", "aaaddddddd", "voter|epic|elector", id -> true),
    BR_CPF(
            "ddd.ddd.ddd-dd",
            "ddddddddddd",
            "cpf|cadastro|contribuinte|pessoas físicas|pessoas fisicas|pessoa física|pessoa fisica",
            NationalIdRules::brPerson),
    BR_FIRM("dd.ddd.ddd/dddd-dd", "dddddddddddddd", "cnpj", NationalIdRules::brFirm),
    BR_RG("", "dd.ddd.ddd-x|ddddddddx", "rg|registro geral|identidade", id -> true),
    CA_SIN("", "ddd_ddd_ddd|ddddddddd", "sin|social insurance|nas|assurance sociale", NationalIdRules::caInsurance),
    AU_TFN("", "ddd_ddd_ddd|ddddddddd|dddddddd", "tfn|tax file", NationalIdRules::auTaxFile),
    AU_MEDICARE("", "dddd_ddddd_d|dddddddddd|ddddddddddd", "medicare", NationalIdRules::auMedicare),
    SG_NRIC("addddddda", "", "nric|fin", NationalIdRules::sgIdentity),
    KR_RRN("dddddd-ddddddd", "ddddddddddddd", "rrn|resident registration|주민등록번호|주민번호", NationalIdRules::krResident),
    ZA_ID(
            "",
            "ddddddddddddd|dddddd dddd ddd",
            "id|identity|said|rsa|south african id|south african identity|rsa id",
            NationalIdRules::zaIdentity),
    CN_ID("dddddddddddddddddx", "", "身份证|身份证号|身份证号码|身分證", NationalIdRules::cnResident),
    JP_NUMBER("", "dddddddddddd|dddd_dddd_dddd", "my number|individual number|マイナンバー|個人番号", id -> true),
    TR_ID("", "ddddddddddd", "tckn|tc kimlik|kimlik", NationalIdRules::trIdentity),
    MX_CURP("aaaaddddddaaaaaaxd", "", "curp", NationalIdRules::mxPopulation),
    CL_RUT("dd.ddd.ddd-x|d.ddd.ddd-x", "dddddddd-x|ddddddd-x", "rut|run", NationalIdRules::clTax),
    IL_ID("", "ddddddddd", "teudat zehut|israeli id|zehut|ת ז|תעודת זהות|מספר זהות", CardDetector::luhn),
    HR_OIB("", "ddddddddddd", "oib", CheckDigits::mod1110),
    BG_EGN("", "dddddddddd", "egn|егн", EasternEuropeanIdRules::bgPerson),
    CZ_BIRTH(
            "dddddd/dddd",
            "dddddddddd",
            "rodné číslo|rodné čislo|rodne cislo|rodné č|rč",
            EasternEuropeanIdRules::czBirth),
    EE_PERSON("", "ddddddddddd", "isikukood|isikukoodi", EasternEuropeanIdRules::balticPerson),
    LT_PERSON("", "ddddddddddd", "asmens kodas", EasternEuropeanIdRules::balticPerson),
    LV_PERSON("", "dddddd-ddddd|ddddddddddd", "personas kods", EasternEuropeanIdRules::lvPerson),
    GR_INSURANCE("", "ddddddddddd", "amka|αμκα", EasternEuropeanIdRules::grInsurance),
    GR_TAX("", "ddddddddd", "afm|αφμ", EasternEuropeanIdRules::grTax),
    HU_INSURANCE("", "ddd_ddd_ddd|ddddddddd", "taj|taj szám|taj számom|tajszám", EasternEuropeanIdRules::huInsurance),
    HU_TAX("", "dddddddddd", "adóazonosító|adóazonosító jel|adószám", EasternEuropeanIdRules::huTax),
    HU_PERSON("", "d_dddddd_dddd", "személyi szám|személyi", id -> CheckDigits.isDate(id, 1, 3, 5)),
    IS_PERSON("", "dddddd-dddd|dddddddddd", "kennitala|kennitölu", EasternEuropeanIdRules::isPerson),
    RO_CNP("", "ddddddddddddd", "cnp|cod numeric personal", EasternEuropeanIdRules::roPerson),
    YU_PERSON("", "ddddddddddddd", "emso|emšo|jmbg|јмбг|jmb|embg", EasternEuropeanIdRules::yuPerson),
    RU_INSURANCE("ddd-ddd-ddd dd", "ddddddddddd", "snils|снилс", EasternEuropeanIdRules::ruInsurance),
    RU_TAX("", "dddddddddddd", "inn|инн", EasternEuropeanIdRules::ruTax),
    RU_PASSPORT("", "dddd dddddd|dd dd dddddd", "паспорт|паспорта|серия", id -> true),
    UA_TAX("", "dddddddddd", "рнокпп|іпн|ипн|rnokpp", EasternEuropeanIdRules::uaTax),
    PL_CARD("", "aaadddddd|aaa dddddd", "dowód|dowodu|dowód osobisty|dowodu osobistego|nr dowodu", id -> true),
    PT_CARD("", "dddddddd d aad|ddddddddd aad|dddddddddaad", "cartão de cidadão|cartao de cidadao|cidadão", id -> true),
    HK_ID(
            "adddddd(x)|aadddddd(x)",
            "addddddx|aaddddddx",
            "hkid|hong kong id|hong kong identity",
            AsianIdRules::hkIdentity),
    MY_CARD(
            "",
            "dddddd-dd-dddd|dddddddddddd",
            "mykad|my kad|kp|ic|pengenalan|kad pengenalan|nric",
            AsianIdRules::myIdentity),
    ID_RESIDENT("", "dddddddddddddddd", "nik|ktp|nomor induk", AsianIdRules::idResident),
    TH_CITIZEN(
            "d-dddd-ddddd-dd-d",
            "ddddddddddddd",
            "thai id|citizen id|เลขประจำตัวประชาชน|เลขบัตรประชาชน|บัตรประชาชน|บัตรประจำตัวประชาชน",
            AsianIdRules::thCitizen),
    TW_ID("", "addddddddd", "taiwan id|身分證|身分證字號|身分證號碼|身份證字號", AsianIdRules::twIdentity),
    VN_CITIZEN("", "dddddddddddd|ddddddddd", "cccd|cmnd|căn cước|chứng minh", AsianIdRules::vnCitizen),
    PH_INSURANCE("", "dd-ddddddd-d|dd-ddddddddd-d", "sss|philhealth|gsis", id -> true),
    AR_TAX("dd-dddddddd-d", "ddddddddddd", "cuit|cuil", NationalIdRules::arTax),
    AR_CARD("", "dddddddd|dd.ddd.ddd", "dni", id -> true),
    BR_WORKER("ddd.ddddd.dd-d", "ddddddddddd", "pis|pasep|nis|nit", NationalIdRules::brWorker),
    BR_LICENCE("", "ddddddddddd", "cnh", id -> true),
    NZ_TAX("", "ddd-ddd-ddd|dd-ddd-ddd|ddddddddd|dddddddd", "ird", id -> true),
    NZ_HEALTH("", "aaadddd|aaaddxd", "nhi", id -> true),
    NG_PERSON("", "ddddddddddd", "nin|bvn|bank verification number", id -> true),
    GH_CARD("GHA-ddddddddd-d", "", "ghana card", id -> true),
    SA_RESIDENT("", "dddddddddd", "iqama", CardDetector::luhn),
    CA_HEALTH("", "dddd-ddd-ddd-aa|dddd ddd ddd aa|dddd-ddd-ddd|ddddddddddaa", "ohip|health card", id -> true);

    /** Thai; beyond are scripts of East Asia. */
    private static final char FIRST_EASTERN = '\u0e00';

    private static final int REACH = 24;

    private final List<String> alone;
    private final List<String> called;
    private final Set<String> words;
    private final Set<String> names;
    private final List<String> eastern;
    private final Predicate<String> proof;

    NationalId(String alone, String called, String words, Predicate<String> proof) {
        this.alone = list(alone);
        this.called = list(called);
        this.words = Set.copyOf(list(words));
        this.proof = proof;
        this.eastern = this.words.stream()
                .filter(word -> word.charAt(0) >= FIRST_EASTERN)
                .toList();
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
                    "id nr",
                    "spi",
                    "uid",
                    "documento",
                    "contribuinte",
                    "sin",
                    "nas",
                    "nie",
                    "ic",
                    "kp",
                    "fin",
                    "inn",
                    "nik",
                    "nin",
                    "nis",
                    "nit",
                    "pis",
                    "sss",
                    "taj",
                    "egn",
                    "jmb",
                    "rč" -> true;
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

    /** Whether one of its words in a script of the East, which has no spaces, stands before an index: 私のマイナンバーは. */
    boolean isCalledBefore(String text, int index) {
        if (eastern.isEmpty()) {
            return false;
        }
        String before = text.substring(Math.max(0, index - REACH), index);
        for (String word : eastern) {
            if (before.contains(word)) {
                return true;
            }
        }
        return false;
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
