package dev.logmill.jobs.command;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.LakeKey;
import dev.logmill.curation.privacy.Pseudonyms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The id that a command is asked for: as tables have it, or a person's as logs have it. The latter comes on standard input, since a
 * command line stays in the shell's history and in lists of processes; it is neither printed nor written, only its pseudonym is.
 */
final class AskedId {
    @Parameters(paramLabel = "ID", description = "The id, as tables have it.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(
            names = "--user",
            description =
                    "Ask for a person by the user id or mail address that the logs hold: one line on standard input.")
    private boolean user;

    /** The id that stands in the tables. */
    String of(Lake lake, CommonOptions common) {
        return user ? pseudonym(lake, common.pseudonyms()) : id;
    }

    private static String pseudonym(Lake lake, Pseudonyms pseudonyms) {
        if (LakeKey.isOther(lake, pseudonyms.fingerprint())) {
            throw new CommandFailure.Usage(
                    "The key under privacy is not the one that lake %s names people by; with that one they are found"
                            .formatted(lake.root()));
        }
        String pseudonym = pseudonyms.subject(written()).pseudonym();
        System.err.printf("logmill: That person goes by %s%n", pseudonym);
        return pseudonym;
    }

    private static String written() {
        try {
            // Where nothing waits to be read, a person may have to be told what to type.
            if (System.in.available() == 0) {
                System.err.print("User id or mail address, as the logs hold it: ");
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine())
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(
                            () -> new CommandFailure.Usage(
                                    "--user takes the user id or mail address from standard input, as one line, and none came"));
        } catch (IOException broken) {
            throw new CommandFailure.Usage("Standard input could not be read");
        }
    }
}
