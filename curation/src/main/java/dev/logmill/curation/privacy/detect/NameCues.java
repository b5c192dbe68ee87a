package dev.logmill.curation.privacy.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands around the names of people, and what looks like one and is none. All words are folded as {@link Lexicon} has it. */
final class NameCues {
    /** Behind these any word with a capital is a name. */
    static final Set<String> NAMED = Phrases.of(
            "name is|my name|named him|named her|maiden name|call me|calls me|call him|call her|nickname|ich heiße|je m'appelle|me llamo|mi chiamo"
                    + "|mr|mrs|ms|miss|signed|said to|married to|speak to|speak with|talk to|dear|directed by"
                    + "|starring|written by|commenter");

    /** Behind these and a colon any word with a capital is a name. */
    static final Set<String> LABELLED =
            Phrases.of("name|names|full name|first name|last name|firstname|lastname|surname|nom"
                    + "|prénom|nombre|nome|vorname|nachname|contact|author|customer|patient|passenger|guest|attendee");

    /** Behind these what is in the lists of names. */
    static final Set<String> ADDRESSED = Phrases.of("hi|hello|hey|dear|this is|i am|im|thanks|thank you|regards|cheers"
            + "|sincerely|best|yours|love|ask|contact|tell|told|meet|met|with|by|said|hallo|liebe|lieber|grüße|bonjour|hola"
            + "|ciao|attn|attention|cc|author|reporter|assignee|passenger|guest|patient|customer|client|employee|manager"
            + "|colleague|friend|user|under|why is|where is|who is|invite|email|here is|heres|mother|father|brother|sister|husband"
            + "|wife|son|daughter|uncle|aunt|partner|had given");

    private static final Set<String> LAST_WORDS = allLastWords();
    private static final Set<String> TITLES =
            Phrases.of("mr|mrs|ms|miss|mister|dr|prof|professor|sir|madam|lady|lord|herr|frau|monsieur|madame"
                    + "|mme|mlle|senor|senora|srta|sra|signor|signora|sig|dott|pan|pani|mevrouw|meneer|dhr|fru"
                    + "|doctor|judge|senator|captain|rev|father|sister");
    private static final Set<String> PARTICLES =
            Phrases.of("van|von|de|der|den|del|della|di|da|do|dos|das|la|le|du|des|el|al|bin|ibn|ben|ten|ter|zu"
                    + "|zur|af|av|y|e|st");
    private static final Set<String> NO_NAMES =
            Phrases.of("monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
                    + "|april|may|june|july|august|september|october|november|december|i|the|a|an|and|or"
                    + "|but|if|in|on|at|to|of|for|with|from|by|is|are|was|were|be|it|its|this|that|these"
                    + "|those|there|here|he|she|we|you|they|my|your|his|her|our|their|what|when|where|who"
                    + "|whose|why|how|which|yes|no|not|do|does|did|can|could|would|shall|should|please"
                    + "|thanks|thank|hi|hello|hey|dear|sorry|ok|okay|sure|great|best|regards|sincerely"
                    + "|cheers|contact|call|ask|email|name|date|phone|address|user|customer|account|order"
                    + "|english|german|french|spanish|italian|dutch|chinese|japanese|american|british"
                    + "|indian|european|internet|christmas|easter|god|jesus|bible|let|also|then|so|as|all"
                    + "|any|some|one|two|first|last|new|old|today|tomorrow|yesterday|good|morning|afternoon"
                    + "|evening|happy|welcome|everyone|everybody|team|note|step|error|warning|question"
                    + "|answer|action|thought|observation|final|input|output|example|task|true|false|none"
                    + "|null|id|said|world|once|america|asia|africa|europe|irish|since|while|after|before"
                    + "|let's|i'm|i've|i'll|i'd|it's|that's|don't|can't|given|more|based|just|only|now"
                    + "|however|therefore");

    /** Given names that programs, models, firms, laws and theorems go by. */
    private static final Set<String> MADE =
            Phrases.of("claude|alexa|siri|cortana|julia|ada|pascal|cassandra|travis|jenkins|watson|tesla|django"
                    + "|hudson|bard|eliza|milan|unix|linux|lisa|java|scala|kafka|cisco|dell|ford|mercedes"
                    + "|lincoln|chase|wells|disney|walmart|amazon|google|apple|monte|carlo|christian|islam"
                    + "|israel|dewey|cobol|python|ruby|perl|kotlin|delta|maven|gradle|flask|jupyter|numpy|torch"
                    + "|keras|bert|ernie|elmo|gemini|llama|mistral|grok|groq|devin|github|gitlab|jira|json|bash"
                    + "|sql|max|min|sun|mac|windows|android|excel|odyssey|zion|mercury|venus|mars|jupiter"
                    + "|saturn|apollo|atlas|luna|aurora|nova|orion|phoenix|titan|era|mai|lan|ha|see|an|long|so"
                    + "|love|son|many|merry|price|ray|dash|data|neo|alpha|beta|gamma|sigma|lambda|omega|zeta");

    private static final Set<String> ORGANISATIONS =
            Phrases.of("inc|llc|ltd|plc|gmbh|ag|corp|corporation|company|co|group|bank|university|college|school"
                    + "|hospital|hotel|airlines|airways|airport|institute|foundation|museum|park|church|street"
                    + "|avenue|road|lane|drive|boulevard|court|square|plaza|bridge|county|city|lake|river"
                    + "|island|mountain|valley|theorem|law|equation|algorithm|distribution|award|prize|stadium"
                    + "|center|centre|library|cup|series|test|theory|transform|model|method|number|numbers"
                    + "|sequence|function|labs|systems|software|technologies|solutions|records|studios"
                    + "|press|times|news|post|day|islands");
    private static final Set<String> SPEAKING =
            Phrases.of("said|says|asked|asks|told|wrote|writes|replied|answered|added|explained");
    private static final Set<String> OWNED = Phrases.of(
            "address|email|phone|number|account|card|birthday|name|wife|husband"
                    + "|mother|father|son|daughter|boss|house|home|order|passport|salary|password|brother|sister|friend|office");
    private static final Set<String> LABELS =
            Phrases.of("firstname|lastname|fullname|surname|familyname|givenname|middlename|maidenname|nickname"
                    + "|customername|contactname|passengername|guestname|patientname|employeename|username"
                    + "|displayname|cardholder|cardholdername|accountholder|holdername|ownername|authorname"
                    + "|recipientname|sendername|vorname|nachname|prenom|apellido|apellidos|cognome|realname"
                    + "|membername|personname|legalname|billingname|shippingname|attendee|passenger"
                    + "|assigneename");
    private static final List<String> SURNAME_ENDS = List.of(
            "sson", "ssen", "rsen", "nsen", "dsen", "lsen", "elsen", "dottir", "ovic", "evic", "cic", "jic", "enko",
            "wski", "wska", "nski", "nska", "cki", "cka", "shvili", "escu", "oglu", "kova", "rova", "leva", "seva",
            "ieva", "poulos", "opoulou", "guez", "ndez", "quez", "strom", "qvist", "kvist", "gaard", "berg", "mann",
            "stein", "bauer", "meyer", "maier", "yev", "aev", "eev", "nov", "kov", "rov", "dov", "lov", "mov", "sov",
            "tov", "chuk", "czyk", "czak", "iak", "mura", "kawa", "yama", "shita", "zaki", "hashi", "ucci", "acci",
            "owicz", "ewicz", "hoff", "dijk", "burg", "ssohn");
    private static final int SHORTEST_SURNAME = 6;

    private NameCues() {}

    private static Set<String> allLastWords() {
        Set<String> last = new HashSet<>();
        for (Set<String> cues : List.of(NAMED, LABELLED, ADDRESSED)) {
            for (String cue : cues) {
                last.add(Words.fold(cue.substring(cue.lastIndexOf(' ') + 1)));
            }
        }
        return Set.copyOf(last);
    }

    /** Those that can be the last one before a name that is introduced. */
    static Set<String> lastWords() {
        return LAST_WORDS;
    }

    static Set<String> titles() {
        return TITLES;
    }

    /** Those that stand in small letters within names: van, de. */
    static Set<String> particles() {
        return PARTICLES;
    }

    /** Those that are written with a capital and never a part of a name. */
    static Set<String> noNames() {
        return NO_NAMES;
    }

    /** Whether a given name is more often that of a thing. */
    static boolean isMade(String word) {
        return MADE.contains(word);
    }

    /** Whether a word, or the one behind it, makes the words before it the name of a firm, a house, a place or a law. */
    static boolean isOrganisation(Words words, int word) {
        return ORGANISATIONS.contains(words.folded(word))
                || (words.adjoins(word) && ORGANISATIONS.contains(words.folded(word + 1)));
    }

    static boolean isSpeaking(String word) {
        return SPEAKING.contains(word);
    }

    /** Whether people have it: an address, a card, a mother. */
    static boolean isOwned(String word) {
        return OWNED.contains(word);
    }

    /** Whether it ends as surnames do and ordinary words with a capital do not. */
    static boolean looksLikeSurname(String word) {
        if (word.length() < SHORTEST_SURNAME) {
            return false;
        }
        for (String end : SURNAME_ENDS) {
            if (word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a JSON key says that a person's name stands under it. */
    static boolean isLabel(String key) {
        return !key.isEmpty() && LABELS.contains(Label.plain(key));
    }

    /** Whether a text can be a name as a whole: a few words, no digits. */
    static boolean isNameLike(String text) {
        return !text.isBlank()
                && text.length() <= 80
                && text.chars().noneMatch(c -> Letters.isDigit((char) c) || "<>{}[]=/\\\n@_".indexOf(c) >= 0);
    }
}
