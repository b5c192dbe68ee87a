package dev.logmill.jobs.simulate;

import java.util.Optional;

/**
 * Who runs for whom.
 *
 * @param repeats the trace that had the same input before
 */
record Setting(SimulatedAgent agent, int version, String session, People.Person person, Optional<String> repeats) {
    String versionText() {
        return version + ".0";
    }
}
