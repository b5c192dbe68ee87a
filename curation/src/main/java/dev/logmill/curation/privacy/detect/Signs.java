package dev.logmill.curation.privacy.detect;

/**
 * What one pass over a text tells of the identifiers that it can hold.
 *
 * @param digits ASCII digits
 * @param ats at signs
 * @param dots full stops
 * @param colons colons
 * @param dashes hyphens of ASCII
 * @param capitals it has a capital of ASCII
 * @param slashes it has a slash
 * @param escaped it has a backslash, so that as JSON it may hold chars that it does not show
 * @param hidden it has a char that others may be hidden behind: a percent sign, an ampersand, an equals sign, a backslash, or
 *     one beyond Latin letters that is no usual punctuation
 * @param foreign it has one beyond Latin letters
 */
public record Signs(
        int digits,
        int ats,
        int dots,
        int colons,
        int dashes,
        boolean capitals,
        boolean slashes,
        boolean escaped,
        boolean hidden,
        boolean foreign) {}
