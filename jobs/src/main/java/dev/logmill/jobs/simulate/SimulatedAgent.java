package dev.logmill.jobs.simulate;

/** The agents of the simulation. */
@SuppressWarnings("ImmutableEnumChecker") // Each Craft is without state.
enum SimulatedAgent {
    TICKET_ROUTER("ticket-router", new Tickets(), true),
    ORDER_TOOLS("order-tools", new Orders(), true),
    SQL_WRITER("sql-writer", new Sql(), false),
    DOCS_ANSWERER("docs-answerer", new Docs(), false),
    ASSISTANT("assistant", new Assistant(), false);

    private final String text;
    private final Craft craft;
    private final boolean changes;

    SimulatedAgent(String text, Craft craft, boolean changes) {
        this.text = text;
        this.craft = craft;
        this.changes = changes;
    }

    String text() {
        return text;
    }

    Craft craft() {
        return craft;
    }

    /** The version that serves in a night: some agents change in the middle of the simulation. */
    int version(int night, int nights) {
        return changes && nights > 1 && night >= nights / 2 ? 2 : 1;
    }
}
