package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Words of the names of banks, and those that join them to what is said of an account, in small letters. */
final class BankNames {
    /** "Sort code for Lloyds Bank", "Konto bei der Sparkasse". */
    static final Set<String> ALL = Phrases.of(
            "bank|barclays|hsbc|lloyds|natwest|santander|monzo|starling|revolut|nationwide|halifax|tsb|coutts|chase|citibank|citi"
                    + "|wells|fargo|america|capital|schwab|usaa|ally|pnc|sparkasse|commerzbank|deutsche|deutschen|postbank|volksbank|raiffeisenbank|ing|dkb|comdirect|bunq"
                    + "|abn|amro|rabobank|bnp|paribas|société|générale|agricole|mutuel|boursorama|bbva|caixabank|sabadell|unicredit|intesa|sanpaolo"
                    + "|hdfc|icici|sbi|axis|kotak|canara|anz|westpac|nab|commonwealth|dbs|ocbc|uob|maybank|scotiabank|bmo|cibc|rbc|itaú|itau|bradesco|nubank"
                    + "|nordea|swedbank|seb|handelsbanken|danske|pko|pekao|mbank|millennium|wise|fnb|absa|nedbank|capitec|ubs|credit|suisse|kbc|belfius");

    static final Set<String> JOINTS = Set.of("at", "with", "bei", "chez", "en", "bij", "der", "la", "from", "by");

    private BankNames() {}
}
