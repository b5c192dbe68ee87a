package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands around the names of people, in small letters and without apostrophes, as {@link Cues} has it. */
final class NameCues {
    /** Behind these any word with a capital is a name. */
    static final Set<String> NAMED = Phrases.of(
            "name is|my name|my names|name to|named him|named her|maiden name|call me|calls me|call him|call her"
                    + "|nickname|ich heiße|ich heisse|mein name ist|je mappelle|me llamo|mi nombre es|mi chiamo|mi nome è|meu nome é"
                    + "|mijn naam is|ik heet|jag heter|chamo me|me chamo|nazywam się|jmenuji se|mă numesc|nimeni on|adım|sr|sra|srta|heer|mevrouw|meneer|dhr|mevr|panem|panią|pana|panu|panie|vážený pane|domnul|doamna|sayın|rouva|herra|herrn|herr|frau|mr|mrs|ms|miss|signed|said to|married to|speak to|speak with|talk to|dear"
                    + "|directed by|starring|written by|commenter|goes by|her name was|his name was|their name was|my name was|given name|spoke to|spoke with|behalf of");

    /** Behind these and a colon any word with a capital is a name. */
    static final Set<String> LABELLED = Phrases.of(
            "full name|insured person|insured name|insured party|covered person|account owner|policy owner|policyholder name|driver name|payer name|first name|last name|firstname|lastname|surname|prénom|vorname|nachname|middle name"
                    + "|customer name|client name|patient name|employee name|passenger name|guest name|contact name"
                    + "|account holder|cardholder|card holder|cardholder name|account name|family name|given name"
                    + "|contact person|emergency contact|next of kin|applicant name|student name|name on card|nome completo"
                    + "|nombre completo|apellido|apellidos|cognome|nom de famille|nazwisko|imię|imiona|imię i nazwisko|achternaam"
                    + "|voornaam|efternamn|förnamn|etternavn|fornavn|efternavn|sobrenome|primer apellido|segundo apellido"
                    + "|familienname|rufname|sukunimi|etunimi");

    /** Behind these and a colon several of which one is a name. */
    static final Set<String> OF_PEOPLE = Phrases.of(
            "passenger|passengers|guest|guests|attendees|participants|patient|caller|traveler"
                    + "|traveller|tenant|insured|claimant|applicant|beneficiary|payee|emergency contact|next of kin|witness");

    /** Behind these two words that nobody knows: of one, or of one that is known, it is rather what is prescribed. */
    static final Set<String> FOR_PATIENT =
            Phrases.of("prescription for|prescriptions for|lab results for|blood results for|referral for");

    /** Above the name that signs a letter. */
    static final Set<String> CLOSED = Phrases.of(
            "regards|sincerely|best|thanks|thank you|cheers|yours|yours truly|faithfully|love"
                    + "|signed|grüße|grüßen|gruß|cordialement|saludos|atentamente|saluti|groeten|hälsningar|wishes|respectfully|pozdrawiam");

    /** Beside these "name" is what a family is called. */
    static final Set<String> GIVEN_NAMES =
            Phrases.of("vorname|prénom|first name|given name|imię|voornaam|förnamn|fornavn");

    /** Behind these somebody, though the name may be a plain word of the language too: Kunde Schneider, Hej Anders. */
    static final Set<String> SURE = Phrases.of(
            "kunde|kundin|kollege|kollegin|mitarbeiter|mitarbeiterin|patientin|nachbar|nachbarin|chef|chefin"
                    + "|hi|hello|hey|hallo|ciao|hola|hej|hoi|cześć|olá|bonjour|ich bin|ik ben|jag är|sono|soy|liebe|lieber|name"
                    + "|grüße|grüßen|gruß|gruss|lg|vg|mfg|cordialement|saludos|saluti|groeten|groetjes|hälsningar|pozdrawiam");

    /** Behind these what is in the lists of names. */
    static final Set<String> ADDRESSED = Phrases.of(
            "sig ra|signor|signora|signorina|señor|señora|señorita|senhor|senhora|monsieur|madame|mademoiselle|mme|mlle"
                    + "|hi|hello|hey|dear|this is|i am|im|thanks|thank you|regards|cheers|gruß|gruss|lg|vg|mfg|bises|bisous|besos|abrazo|abrazos|baci|groetjes"
                    + "|kram|thx|xoxo|llame a|llama a|llamar a|appelez|appeler"
                    + "|sincerely|best|yours|love|ask|contact|tell|told|meet|met|said|says|replied|asks|asked|shouted|whispered|explained|adds|added|hallo|sig|dott|dottssa|sigra|tisztelt|kedves|vážený|vážená|stimate|stimată|liebe|lieber|grüße|bonjour|hola"
                    + "|ciao|attn|attention|cc|author|reporter|assignee|passenger|guest|patient|pt|customer|client|employee|manager"
                    + "|colleague|friend|user|why is|where is|who is|invite|email|here is|heres|mother|father|brother|sister|husband"
                    + "|wife|son|daughter|uncle|aunt|partner|had given|name|names|nom|nombre|nome|attendee|attendees"
                    + "|participants|passengers|guests|members|cardholder|card holder|account holder|name on card|sender|recipient|beneficiary|payee|payer|applicant|candidate"
                    + "|student|teacher|tenant|landlord|owner|insured|claimant|physician|nurse|lawyer|attorney|witness|signature"
                    + "|boss|fiance|fiancé|fiancée|cousin|nephew|niece|grandmother|grandfather|grandma|grandpa|spouse|roommate"
                    + "|coworker|founder|founders|president|director|secretary|minister|driver|supervisor|assistant to|cofounder"
                    + "|introduced to|interview with|appointment with|meeting with|chat with|spoke|speaking with|speaking to"
                    + "|talked to|talking to|talking with|congratulations|congrats|welcome|goodbye|bye|sorry|morning|afternoon"
                    + "|evening|von|met with|call|email from|message from|letter from|from|invited|hired|married|remember|know"
                    + "|with|by|under|cest|soy|sono|ich bin|ik ben|jag är"
                    + "|kunde|kundin|kollege|kollegin|mitarbeiter|mitarbeiterin|patientin|nachbar|nachbarin|chef|chefin|hej|hoi|cześć|olá");

    /** Behind these two words or more that nobody knows: of one it is rather a product. */
    static final Set<String> PERSONAL_OF_SEVERAL = Phrases.of(
            "message from|letter from|email from|e mail from|mail from|call from|note from|complaint from|request from"
                    + "|feedback from|reply from|voicemail from|payment from|parcel for|message for|name was|signed by|written to|behalf of"
                    + "|booking is under|reservation is under|appointment is under|booking under|reservation under|booked under|reserved under|under the name");

    /** Behind these a word that no list and no dictionary has. */
    static final Set<String> PERSONAL = Phrases.of(
            "sig|dott|dottssa|sigra|sig ra|signor|signora|signorina|señor|señora|señorita|senhor|senhora|monsieur|madame|mademoiselle|mme|mlle"
                    + "|complainant|plaintiff|defendant|petitioner|appellant|guardian|carer|dentist|therapist|midwife|plumber|electrician|interview with|appointment with|referred by|seen by|hi|hello|hey|dear|thanks|thank you|regards|cheers|sincerely|ask|tell|told|meet|met|why is|why was|where is|who is"
                    + "|mother|father|brother|sister|husband|wife|son|daughter|uncle|aunt|partner|boss|fiance|fiancé|fiancée|cousin"
                    + "|nephew|niece|roommate|colleague|coworker|friend|witness|claimant|patient|passenger|guest|tenant|landlord"
                    + "|employee|professor|student|teacher|nurse|married|invite|invited|introduced to|assistant to|according to"
                    + "|cardholder|card holder|account holder|name on card|goodbye|bye|congratulations|congrats|escalated by|assigned to|reported by|requested by|approved by|signed by"
                    + "|prepared by|reviewed by|submitted by|created by|written by|sent by|painted by|composed by|sung by|played by"
                    + "|remember|miss|love|says|replied|asks|asked|shouted|whispered|explained|adds|added|yours|best|liebe|lieber|hallo|bonjour|hola|ciao|im|i am|it is|its"
                    + "|this is|cc|attn|behalf of|transfer me|connect me|put me through|mentor|manager|supervisor|driver|customer|client|applicant|candidate|buyer|seller|actor|actress|singer|author|chef|coach|had given");

    /** Behind these and a colon several such. */
    static final Set<String> LISTED = Phrases.of(
            "pt|from|to|cc|bcc|name|names|contact|customer|client|passenger|guest|attendees|participants|tenant|landlord|buyer"
                    + "|seller|owner|author|sender|recipient|beneficiary|manager|doctor|physician|reporter|assignee|student"
                    + "|employee|applicant|candidate|witness|traveler|driver|host|reviewer|signature|signed");

    /** Behind these and a colon any word with a capital is a name, where what else is told of people follows. */
    static final Set<String> NAME =
            Phrases.of("name|fn|nom|nombre|nome|contact|customer|client|patient|employee|naam|imię i nazwisko");

    private static final List<String> TOLD = List.of(
            "phone", "mail", "address", "birth", "dob", "ssn", "age", "gender", "tel", "mobile", "zip", "passport");
    private static final int REACH = 120;

    private static final CueEnds ENDS = new CueEnds(List.of(
            NAMED,
            LABELLED,
            NameField.NAMES,
            ADDRESSED,
            PERSONAL,
            PERSONAL_OF_SEVERAL,
            LISTED,
            NAME,
            CLOSED,
            FOR_PATIENT));
    private static final Set<String> CLOSINGS =
            Set.of("best", "love", "yours", "morning", "afternoon", "evening", "sorry", "lg", "vg", "mfg", "kram");
    private static final Set<String> SPEAKING = Phrases.of(
            "said|says|asked|asks|told|wrote|writes|replied|answered|added|explained|called|phoned|emailed"
                    + "|thinks|thought|wants|wanted|likes|liked|loves|loved|knows|knew|works|worked|lives|lived|spent|moved"
                    + "|married|graduated|studied|teaches|taught|hired|complained|agreed|refused|promised|apologised"
                    + "|apologized|joined|retired|resigned|smiled|laughed|cried|died|grew|hates|hated|sent|paid|forgot"
                    + "|visited|hopes|hoped|wishes|bought|mentioned|suggested|requested|reported|confirmed|responded|shouted|yelled|whispered|screamed|exclaimed|muttered|claimed|argued|admitted|denied|insisted"
                    + "|noted|stated|testified|warned|joked|recalled|remembered|noticed|realized|decided|helped|gave|received|ordered"
                    + "|booked|purchased|signed|drove|flew|travelled|traveled|arrived|returned|applied|met|kissed|hugged|sang|plays|played"
                    + "|owns|owned|feels|felt|needed|speaks|spoke|talked|walked|earns|earned|suffers|suffered|left|came|went");
    private static final Set<String> ONLY_HUMAN = Phrases.of(
            "asked|told|replied|lives|lived|married|smiled|laughed|cried|thinks|loves"
                    + "|hates|retired|graduated|spent|phoned|apologised|apologized|complained|forgot|wrote|wishes|hopes");
    private static final Set<String> OWNED = Phrases.of(
            "address|email|phone|number|account|card|birthday|name|wife|husband"
                    + "|mother|father|son|daughter|boss|house|home|order|passport|salary|password|brother|sister|friend|office"
                    + "|date|mom|mum|dad|parents|family|kids|children|birth|age|job|car|flight|ticket|reservation|booking"
                    + "|doctor|surgery|appointment|room|desk|request|team|manager|ssn|profile|resume|cv|wedding|funeral"
                    + "|death|life|laptop|computer|case|file|records|contract|insurance|bank|credit|medical|girlfriend|boyfriend");
    private static final Set<String> LABELS = Phrases.of(
            "fname|lname|firstname|lastname|fullname|yourname|surname|familyname|givenname|middlename|maidenname|nickname"
                    + "|customername|contactname|passengername|guestname|patientname|employeename|username"
                    + "|displayname|cardholder|cardholdername|accountholder|holdername|ownername|authorname"
                    + "|recipientname|sendername|vorname|nachname|prenom|apellido|apellidos|cognome|realname"
                    + "|membername|personname|legalname|billingname|shippingname|callername|travelername|buyername|sellername"
                    + "|assigneename|clientname|studentname|teachername|managername|drivername|doctorname|applicantname"
                    + "|candidatename|tenantname|insuredname|accountholdername|nameoncard|contactperson|beneficiaryname"
                    + "|payeename|mothersmaidenname|mothermaidenname|emergencycontactname|nextofkin|spousename|firstnames"
                    + "|reportername|reviewername|parentname|childname|signername|preferredname|nomdefamille|nazwisko|imie|imię|imięinazwisko|imieinazwisko|voornaam|achternaam|sobrenome|primeironome|förnamn|efternamn|fornavn|etternavn|efternavn|etunimi|sukunimi|jméno|jmeno|příjmení|prijmeni|prenume|soyad|soyadı|soyadi|kundenname|keresztnév|vezetéknév|claimantname|complainantname|plaintiffname|defendantname|witnessname|payername|attendeename|participantname|subscribername|donorname|nursename|physicianname|lawyername|guardianname|accountownername|policyholdername|residentname|visitorname|nombres|nomecompleto|nombrecompleto");

    /** What has a name and is nobody; before "name". */
    private static final Set<String> THINGS = Phrases.of(
            "function|file|tool|class|variable|field|column|table|event|product|model|host|domain|brand|company"
                    + "|business|hotel|agent|parameter|method|module|package|project|repository|repo|branch|server|service"
                    + "|database|item|plan|category|dataset|system|app|application|key|tag|type|resource|bucket|queue|job"
                    + "|workflow|step|action|node|metric|restaurant|store|shop|place|location|city|street|country|song|album"
                    + "|movie|book|game|template|group|role|policy|drug|medication|course|school|university|ship|device"
                    + "|display|api|index|schema|image|task|skill|test|command|argument|property|attribute|airline|airport"
                    + "|organization|organisation|account|bank|merchant|vendor|campaign|section|team|pet|dog|cat|disk");

    private NameCues() {}

    /** Those that can be the last one before a name that is introduced. */
    static Set<String> lastWords() {
        return ENDS.lastWords();
    }

    /** Whether what introduces a name may end at a word. */
    static boolean mayEnd(Words words, int last) {
        return ENDS.mayEnd(words, last);
    }

    /** Whether something that is nobody is named by the "name" that stands right before a word. */
    static boolean isNameOfThing(Words words, int word) {
        int name = word - 1;
        while (name >= 0 && word - name < 3 && !words.folded(name).startsWith("name")) {
            name--;
        }
        return name > 0
                && words.folded(name).startsWith("name")
                && words.adjoins(name - 1)
                && THINGS.contains(words.folded(name - 1));
    }

    /** Whether a phone, an address or the like is told in a text right behind an index. */
    static boolean isToldMore(String text, int index) {
        String behind =
                text.substring(index, Math.min(text.length(), index + REACH)).toLowerCase(Locale.ROOT);
        return TOLD.stream().anyMatch(behind::contains);
    }

    /** Whether a word ends a letter, and is another word where no comma or line break is behind it. */
    static boolean isClosing(String word) {
        return CLOSINGS.contains(word);
    }

    static boolean isSpeaking(String word) {
        return SPEAKING.contains(word);
    }

    /** Whether nobody but people do it. */
    static boolean isOnlyHuman(String word) {
        return ONLY_HUMAN.contains(word);
    }

    /** Whether people have it: an address, a card, a mother. */
    static boolean isOwned(String word) {
        return OWNED.contains(word);
    }

    /** Whether a word of a text is such a key: last_name, lastName. */
    static boolean isLabel(Words words, int word) {
        return words.written(word) == Words.Case.MIXED && words.form(word).personLabel();
    }

    /** The same of a word of a text, in small letters. */
    static boolean isLabelWord(String folded) {
        return LABELS.contains(Label.unmarked(folded)) || KeyEnd.isName(folded);
    }

    /** Whether a JSON key says that a person's name stands under it. */
    static boolean isLabel(String key) {
        return !key.isEmpty() && Label.of(key).isPerson();
    }

    /** Whether a text can be a name as a whole: a few words, no digits. */
    static boolean isNameLike(String text) {
        return !text.isBlank()
                && text.length() <= 80
                && !SchemaType.is(text)
                && text.chars().noneMatch(c -> Letters.isDigit((char) c) || "<>{}[]=/\\\n@_$%".indexOf(c) >= 0);
    }
}
