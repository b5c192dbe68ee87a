package dev.logmill.curation.ingest;

import java.util.regex.Pattern;

/**
 * What a word does in the name of a score, by its stem: {@code toxicity} and {@code toxic} are one. The one list of what counts something
 * bad, for every dialect.
 */
enum NameWord {
    /** What, said not to be, is bad; and what a name has that is of both sides, as {@code like_dislike}. */
    GOOD("likes?|liked|upvoted?|helpful|useful|positive|good|right|correct|satisfied|happy|solved|resolved|fixed"
            + "|pass|passe[ds]|success|successful|succeeded|safe|harmless|relevant|accurate|factual|faithful|grounded"
            + "|appropriate|accept(ed|able)?|approved|\uD83D\uDC4D"),
    /** What is bad whatever stands behind it: {@code wrong_answer}, {@code misleading_explanation}. */
    BAD("thumbs?down|dislikes?|disliked|downvotes?|downvoted|unhelpful|useless|negative|flagged|bad|wrong"
            + "|incorrect|incorrectness|dissatisf(ied|action)|unsatisf(ied|actory)|unhappy|poor|terrible|awful"
            + "|fail|fails|failed|unsuccessful|unsolved|unresolved|unanswered|reject(s|ed|ion|ions)?|abandon(ed|ment)?|churn(ed)?"
            + "|annoy(ed|ing|ance)?|ang(er|ry)|mislead(s|ing)?|unsafe|irrelevan(t|ce|cy)|unrelated|inaccura(te|cy|cies)|incomplete(ness)?"
            + "|unfaithful(ness)?|ungrounded(ness)?|unsupported|inappropriate(ness)?|unacceptable|incoheren(t|ce)"
            + "|inconsisten(t|cy|cies)|missing|unclear|rude(ness)?|distrust|nonsens(e|ical)|gibberish|\uD83D\uDC4E"),
    /** What is bad where it is, and may be dealt with, as in {@code error_recovery}. */
    FAULT(
            "hallucinat(e|es|ed|ing|ion|ions|ory)|fabricat(ed|ion|ions)|confabulat(ed|ion|ions)|toxic|toxicity|pii|spam|spammy"
                    + "|jailbreak(s|ing|able)?|jailbroken|harm|harms|harmful|harmfulness|violat(e|es|ed|ion|ions)|injections?|attacks?"
                    + "|errors?|failures?|bugs?|mistakes?|defects?|bias|biase[ds]|unfair(ness)?|stereotyp(e|es|ed|ing|ical)"
                    + "|refus(al|als|e|es|ed|ing)|profan(e|ity|ities)|obscen(e|ity)|vulgar(ity)?|swearing|slurs?|insults?|insulting"
                    + "|offens(e|ive|iveness)|hate|hateful|harass(ment|ing)?|abus(e|ive)|threats?|threatening|violen(t|ce)|nsfw|sexual"
                    + "|racis(t|m)|sexis(t|m)|misogyn(y|istic)|discriminat(ion|ory)|malicious(ness)?|criminal(ity)?|illegal(ity)?|illicit"
                    + "|danger|dangerous|insensitiv(e|ity)|controversial(ity)?|decepti(on|ve)|dishonest(y)?|manipulati(on|ve)"
                    + "|sycophan(t|tic|cy)|misinformation|disinformation|plagiaris(m|ed)|contradict(s|ed|ion|ions|ory)?"
                    + "|leak(s|ed|age|ages)?|risks?|mismatch(es)?|crash(es|ed)?"
                    + "|complain(t|ts|ed)|reported|escalat(e|ed|es|ion|ions)|frustrat(ed|ing|ion)|confus(ed|ing|ion)"),
    /** What deals with a fault. */
    MET("avoid(s|ed|ance)|absen(t|ce)|resist(s|ed|ance|ant)|robust(ness)?|prevent(s|ed|ion)|mitigat(es|ed|ion)"
            + "|protect(s|ed|ion)|defen[sc]e|defended|redact(s|ed|ion)|mask(s|ed|ing)|remov(es|ed|al)|fix(es|ing)?|repair(s|ed)?"
            + "|recover(s|ed|y)|handl(es|ed|ing)|block(s|ed|ing)|resolution|solving|reduction|correct(ed|ion|ions)"
            + "|tolera(nt|nce)|clarity|quality|explanation|understanding|awareness|satisfaction|safety|compliance"),
    NOT("not|no|non|never|without|anti|zero|lack|absence|isn|doesn|didn|don");

    private final Pattern stems;

    NameWord(String stems) {
        this.stems = Pattern.compile(stems);
    }

    boolean is(String word) {
        return stems.matcher(word).matches();
    }
}
