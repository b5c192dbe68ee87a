package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.Set;

/** Words that firms and other bodies are told by: their legal forms, and what stands around the one that somebody works for. */
final class OrganisationWords {
    /** Legal forms, without stops, as ISO 20275 lists them for the countries that most logs come from. */
    private static final Set<String> FORMS = Phrases.of(
            "inc|incorporated|llc|ltd|limited|plc|gmbh|corp|corporation|sarl|sas|srl|spa|bv|nv|oy|oyj|ab|aps|pty|pvt"
                    + "|llp|kg|ohg|ug|gbr|ltda|eirl|kft|zrt|sro|doo|ood|eood|kk|pte|bhd|pllc|ev|cv|sl");

    /** Of two capitals, so that in small letters they are something else. */
    private static final Set<String> SHORT_FORMS =
            Set.of("AG", "SE", "SA", "AS", "KG", "AB", "BV", "NV", "SL", "LP", "Co");

    /** What a name of a firm ends in that has no legal form. */
    private static final Set<String> KINDS =
            Phrases.of("group|holdings|partners|associates|industries|enterprises|technologies|consulting|ventures|sons"
                    + "|brothers|bros|company");

    /** Behind these, with nothing or an article between, stands who somebody works for. */
    static final Set<String> WORKED_FOR = Phrases.of(
            "work at|works at|worked at|working at|work for|works for|worked for|working for|employed at|employed by"
                    + "|employer is|job at|jobs at|employee at|employee of|employees of|ceo of|cto of|cfo of|coo of|founder of"
                    + "|cofounder of|manager at|engineer at|analyst at|developer at|consultant at"
                    + "|partner at|position at|role at|career at|intern at"
                    + "|internship at|interview at|hired by|fired by|fired from|laid off from|recruited by|recruiter at"
                    + "|recruiter from|year at|years at|company is|company called|company named|the company|the firm"
                    + "|employer|company|business name|arbeite bei|arbeitet bei|travaille chez"
                    + "|trabajo en|trabaja en|lavoro per|lavora per|acquired by|founded|is from|i am from|im from"
                    + "|nurse at|teacher at|doctor at|physician at|surgeon at|professor at|lecturer at|accountant at|cashier at|clerk at"
                    + "|driver at|driver for|lawyer at|attorney at|associate at|director at|director of|president of|chairman of"
                    + "|head of sales at|officer at|designer at|architect at|scientist at|researcher at|technician at|specialist at"
                    + "|supervisor at|coordinator at|administrator at|representative at|representative of|assistant at|receptionist at"
                    + "|executive at|engineer for|consultant for|analyst for|accountant for|developer for|teacher for|colleague at"
                    + "|colleagues at|coworker at|apprentice at|apprenticeship at|shift at|hired at|started at|retired from"
                    + "|resigned from|before joining|after joining"
                    + "|after leaving|studied at|studies at|study at|graduated from|enrolled at|student at|degree from|diploma from"
                    + "|account with|account at|bank with|banks with|insured with|insured by|policy with|mortgage with|loan from"
                    + "|customer of|client of|tenant of|subsidiary of|later became|formerly|rebranded as|renamed to|spun off from"
                    + "|merged with|represented by|employed with|contracted by|consulting for|volunteer at|volunteers at"
                    + "|firm of|law firm|our firm|my firm|my employer|our company|my company|your company|his company|her company");

    /** Behind these stands who somebody has a contract, a bill or a quarrel with. */
    static final Set<String> DEALT_WITH = Phrases.of(
            "invoice from|bill from|charged by|billed by|refund from|complaint about|complain about|complaint against"
                    + "|contract with|agreement with|lease with|offer from|job offer from|statement from|covered by|sued by"
                    + "|lawsuit against|suing|shares of|shares in|stake in|stock of|investor in|invested in|employees of"
                    + "|partner of|partners of|member of the board of|donated to|donate to|donation to|unsubscribe from"
                    + "|newsletter from|messages from|purchase from|purchased from|order with|delivery from|warranty from"
                    + "|scholarship from|grant from|funded by|sponsored by|managed by|owned by|run by|issued by|merger with"
                    + "|acquisition of|spokesman for|spokeswoman for|spokesperson for|recruited for|contractor for|supplier of"
                    + "|founders of|chief executive of|executive of|vice president of|managing director of|general manager of");

    /** Behind these stands for whom somebody calls. */
    static final Set<String> CALLED_FROM =
            Phrases.of("calling from|call from|calling for|on behalf of|reaching out from|writing from");

    /** Behind these and a comma stands the firm of who speaks. */
    static final Set<String> OWN = Phrases.of("my company|my employer|our company|my firm|our firm|our employer");

    private static final Set<String> NO_FIRMS = Phrases.of(
            "home|night|nights|free|runtime|scale|noon|lunch|work|startup|compile|weekends|best|least|present|fun");

    /** Behind these and a colon stands a house where somebody works, banks, is taught or treated. */
    static final Set<String> LABELLED =
            Phrases.of("bank|bank name|hospital|clinic|insurer|insurance provider|insurance company|pharmacy|workplace"
                    + "|place of work|school|health insurer|krankenkasse|arbeitgeber|employeur|empleador|datore di lavoro"
                    + "|werkgever|pracodawca|organization|organisation|firma|entreprise|empresa|azienda");

    /** Houses that treat, teach or bank somebody, by the last word of their name. */
    private static final Set<String> HOUSES = Phrases.of(
            "hospital|clinic|elementary|school|academy|pharmacy|infirmary|hospice|kindergarten|preschool|bank"
                    + "|surgery|practice|dental|klinikum|klinik|krankenhaus|gymnasium|sparkasse|volksbank");

    /** Before such a house. */
    private static final Set<String> BEFORE_HOUSE =
            Set.of("at", "to", "from", "by", "with", "of", "the", "in", "im", "bei");

    private static final Set<String> SOMEBODY = Set.of("i", "he", "she", "they", "we", "who");

    /** Between somebody and a firm. */
    private static final Set<String> JOINING = Set.of("joined", "founded", "runs", "owns", "leads", "left");

    /** Behind a name with an article before it. */
    private static final Set<String> OF_A_FIRM =
            Set.of("office", "offices", "headquarters", "hq", "employees", "subsidiary");

    /** Behind a name, with an s between or not: people of a firm and what it does to people. */
    private static final Set<String> PEOPLE = Phrases.of(
            "ceo|cto|cfo|coo|spokesperson|spokesman|spokeswoman|employee|employees|recruiter|recruiters|executive|executives"
                    + "|shareholders|headquarters|hq|staff|staffers|workers|hired|employs|fired|recruited|rehired");

    private static final Set<String> LABELS = Phrases.of(
            "company|companyname|employer|employername|organization|organisation|organizationname|organisationname"
                    + "|bank|bankname|hospital|clinic|university|insurer|insuranceprovider|insurancecompany|pharmacy"
                    + "|firm|firmname|businessname|workplace|unternehmen|firma|entreprise|empresa|azienda|legalentity");

    private static final Set<String> LAST_WORDS =
            Phrases.of("at|for|by|of|is|from|called|named|company|firm|employer|organization|organisation|bei|chez"
                    + "|en|per|founded|name|the|about|against|suing|joining|leaving|joined|with|became|formerly|as"
                    + "|to|runs|owns|leads|left|bank|hospital|clinic|insurer|provider|pharmacy|workplace|work|school"
                    + "|krankenkasse|arbeitgeber|employeur|empleador|lavoro|werkgever|pracodawca|firma|entreprise"
                    + "|empresa|azienda|in|im");

    private OrganisationWords() {}

    /** Whether a word is a legal form; one of two letters has capitals. */
    static boolean isForm(String written, String folded) {
        return SHORT_FORMS.contains(written)
                || (FORMS.contains(folded) && (folded.length() > 2 || !Character.isLowerCase(written.charAt(0))));
    }

    /** Legal forms and kinds of firms, folded. */
    static Set<String> forms() {
        Set<String> forms = new HashSet<>(FORMS);
        SHORT_FORMS.forEach(form -> forms.add(Folded.of(form)));
        forms.addAll(KINDS);
        return forms;
    }

    /** Whether what precedes it is the name of a firm, if that is a surname. */
    static boolean isKind(String folded) {
        return KINDS.contains(folded);
    }

    static boolean isOfAFirm(String folded) {
        return OF_A_FIRM.contains(folded);
    }

    /** Whether a word ends the name of a house that treats, teaches or banks somebody. */
    static boolean isHouse(String folded) {
        return HOUSES.contains(folded);
    }

    /** Whether a word ends the name of a house that somebody is at: one alone tells more of who studies there. */
    static boolean isSchool(String folded) {
        return folded.equals("university") || folded.equals("college");
    }

    static boolean isBeforeHouse(String folded) {
        return BEFORE_HOUSE.contains(folded);
    }

    static boolean isSomebody(String folded) {
        return SOMEBODY.contains(folded);
    }

    /** Whether somebody stands before it and a firm behind. */
    static boolean isJoining(String folded) {
        return JOINING.contains(folded);
    }

    /** Whether a word behind a name says that it is a firm's. */
    static boolean isOfPeople(String folded) {
        return PEOPLE.contains(folded);
    }

    /** Whether a word behind "work at" is no firm: home, night. */
    static boolean isNoFirm(String folded) {
        return NO_FIRMS.contains(folded);
    }

    /** Whether what stands under such a key can be a name: "string" says of which type one would be. */
    static boolean isName(String text) {
        String name = text.strip();
        return !EnglishWords.has(name) && name.length() > 2 && !name.equals("N/A");
    }

    /** What can be the last word before whom somebody works for. */
    static Set<String> lastWords() {
        return LAST_WORDS;
    }

    /** Whether a JSON key says that the name of a firm stands under it. */
    static boolean isLabel(String key) {
        return !key.isEmpty() && LABELS.contains(Folded.of(key).replaceAll("[-_. ]", ""));
    }
}
