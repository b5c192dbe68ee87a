package dev.logmill.curation.privacy.detect;

/**
 * What one pass over a text tells of the identifiers that it can hold.
 *
 * @param digits ASCII digits
 * @param ats at signs
 * @param dots full stops
 * @param colons colons
 * @param escaped it has a backslash, so that as JSON it may hold chars that it does not show
 */
public record Signs(int digits, int ats, int dots, int colons, boolean escaped) {}
