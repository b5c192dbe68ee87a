package dev.logmill.jobs.simulate;

import java.util.Optional;

/**
 * Something that a user asks.
 *
 * @param text the user's message
 * @param difficulty 0 to 1
 * @param retrieved what was looked up for it before
 */
record SimulatedTask(String text, double difficulty, Optional<Retrieved> retrieved) {
    /** A search and what it found. */
    record Retrieved(String query, String found) {}

    static SimulatedTask of(String text, double difficulty) {
        return new SimulatedTask(text, difficulty, Optional.empty());
    }
}
