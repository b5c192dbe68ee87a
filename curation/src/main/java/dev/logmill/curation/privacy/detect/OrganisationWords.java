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
                    + "|trabajo en|trabaja en|lavoro per|lavora per|acquired by|founded|is from|i am from|im from");

    /** Behind a name with an article before it. */
    private static final Set<String> OF_A_FIRM =
            Set.of("office", "offices", "headquarters", "hq", "employees", "subsidiary");

    private static final Set<String> LABELS = Phrases.of(
            "company|companyname|employer|employername|organization|organisation|organizationname|organisationname"
                    + "|firm|firmname|businessname|workplace|unternehmen|firma|entreprise|empresa|azienda|legalentity");

    private static final Set<String> LAST_WORDS = Set.of(
            "at",
            "for",
            "by",
            "of",
            "is",
            "from",
            "called",
            "named",
            "company",
            "firm",
            "employer",
            "organization",
            "organisation",
            "bei",
            "chez",
            "en",
            "per",
            "founded",
            "name",
            "the");

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

    static boolean isKind(String folded) {
        return KINDS.contains(folded);
    }

    static boolean isOfAFirm(String folded) {
        return OF_A_FIRM.contains(folded);
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
