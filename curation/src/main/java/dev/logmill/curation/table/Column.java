package dev.logmill.curation.table;

/**
 * One column of a record.
 *
 * @param name in snake case
 * @param nullable the component is an {@code Optional}
 * @param comment what it holds, from {@link Doc}
 */
public record Column(String name, ColumnType type, boolean nullable, String comment) {}
