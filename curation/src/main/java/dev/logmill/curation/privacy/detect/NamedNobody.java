package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Names that nobody is called by where they stand: a module that code imports, a feast, a drink, the assistant that a prompt speaks to. */
final class NamedNobody {
    private static final int REACH = 80;
    private static final Set<String> BEFORE_ASSISTANT = Set.of("you are ", "you're ", "your name is ");
    private static final Set<String> ASSISTING = Set.of("assistant", "agent", "bot", "chatbot", "ai", "model");
    private static final Set<String> ASSISTANTS = Phrases.of(
            "claude|alexa|siri|cortana|gemini|bard|llama|mistral|grok|bixby|copilot|chatgpt|perplexity|deepseek|qwen");

    /** What models say of themselves, and what is said to them; somebody's mother may be called so too. */
    private static final Set<String> SELF = Phrases.of("i am|im|hi|hello|hey|thanks|thank you|ask");

    private static final String APACHE = "Apache ";

    private static final Set<String> DRINKS = Set.of("dr pepper", "dr. pepper");

    private static final Set<String> EMPTY = Phrases.of(
            "unknown|none|null|nil|anonymous|tbd|n/a|na|untitled|undefined|unassigned|nobody|pending|default|various|deleted|redacted"
                    + "|private|confidential|string|number|boolean|varchar|unbekannt|inconnu|desconocido|keine");

    private NamedNobody() {}

    /** Whether the name that stands between two indices of a text is one. */
    static boolean is(String text, int start, int end) {
        return isFeast(text, start, end)
                || isSaint(text, start, end)
                || isOfApache(text, start)
                || isImported(text, start, end)
                || isPrompted(text, start, end)
                || isEmpty(text, start, end)
                || Eponyms.is(text, start, end)
                || Brands.is(text, start, end)
                || KnownThing.is(text, start, end)
                || GoodsFrame.is(text, start, end)
                || SoftwareName.is(text, start, end)
                || CodeName.is(text, start, end)
                || CalendarName.is(text, start, end)
                || isNumbered(text, end)
                || DRINKS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** Kundennummer, Mitgliedsnummer: what German, Dutch and Scandinavian ids are called. */
    private static boolean isNumbered(String text, int end) {
        return text.startsWith("nummer", end - "nummer".length());
    }

    /** What stands in a field where no name was given: N/A, Unknown. */
    private static boolean isEmpty(String text, int start, int end) {
        boolean none =
                text.regionMatches(true, start, "n/a", 0, 3) && end <= start + 3 && !Letters.wordAt(text, start + 3);
        return none || EMPTY.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** "I am Claude", "thank you, Claude": a word that is said to an assistant or by it. */
    static boolean isAssistant(String folded, Cues cues) {
        return ASSISTANTS.contains(folded) && cues.endWith(SELF);
    }

    /** St. Patrick's Day: the saint may be a part of the name. */
    private static boolean isFeast(String text, int start, int end) {
        boolean day = text.startsWith("'s Day", end) || text.startsWith("\u2019s Day", end);
        return day && text.substring(Math.max(0, start - 6), end).matches("(?s).*\\b(St\\.?|Saint) .*");
    }

    /** St. Mary's, at St Thomas': a school, a church or a hospital is called so. */
    private static boolean isSaint(String text, int start, int end) {
        boolean saint = text.startsWith("St. ", start - 4) || text.startsWith("St ", start - 3);
        boolean owned = text.startsWith("'s", end) || text.startsWith("\u2019s", end);
        return saint && owned;
    }

    /** Apache Flink: what the foundation makes. */
    private static boolean isOfApache(String text, int start) {
        return text.startsWith(APACHE, start) || text.startsWith(APACHE, start - APACHE.length());
    }

    /** A line of Python, Java or JavaScript: from jackson import Parser; import alice from './alice'. */
    private static boolean isImported(String text, int start, int end) {
        int least = Math.max(0, start - REACH);
        String near = text.substring(least, start);
        int line = near.lastIndexOf('\n') + 1;
        if (line == 0 && least > 0) {
            return false;
        }
        String before = near.substring(line).stripLeading();
        if (!before.startsWith("import ") && !before.startsWith("from ")) {
            return false;
        }
        int lineEnd = text.indexOf('\n', end);
        String behind = text.substring(end, Math.min(lineEnd < 0 ? text.length() : lineEnd, end + REACH))
                .stripTrailing();
        return before.startsWith("from ")
                ? before.contains(" import ") || behind.startsWith(" import ")
                : before.contains(" from '")
                        || before.contains(" from \"")
                        || behind.isEmpty()
                        || behind.startsWith(" as ")
                        || behind.startsWith(" from '")
                        || behind.startsWith(" from \"");
    }

    /** You are Aria, a helpful assistant. */
    private static boolean isPrompted(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 13), start).toLowerCase(Locale.ROOT);
        if (!text.startsWith(", ", end) || BEFORE_ASSISTANT.stream().noneMatch(before::endsWith)) {
            return false;
        }
        String behind = text.substring(end, Math.min(text.length(), end + REACH));
        int stop = behind.indexOf('.');
        String sentence = stop < 0 ? behind : behind.substring(0, stop);
        for (String word : sentence.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            if (ASSISTING.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
