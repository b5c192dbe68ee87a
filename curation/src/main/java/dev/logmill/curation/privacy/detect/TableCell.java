package dev.logmill.curation.privacy.detect;

/**
 * A cell of a table.
 *
 * @param column what its column says of it, as a JSON key; empty where it says nothing
 * @param start index of its first char
 * @param end index after its last char
 */
record TableCell(String column, int start, int end) {}
