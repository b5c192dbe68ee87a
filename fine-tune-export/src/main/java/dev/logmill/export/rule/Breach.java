package dev.logmill.export.rule;

/**
 * A rule that a row breaks.
 *
 * @param rule its number and name
 * @param measured what was found, with the limit; never text of the log
 */
public record Breach(String rule, String measured) {}
