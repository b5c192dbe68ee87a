package dev.logmill.jobs.command;

import dev.logmill.curation.privacy.DetectorKind;
import dev.logmill.curation.privacy.FailClosed;
import dev.logmill.curation.privacy.JsonRedactor;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.privacy.TextRedactor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Replaces identifiers in what comes on standard input, as ingest would, under a key that nobody keeps: a value has one
 * placeholder throughout, or throughout a session where one is named. What is found once in a line or session is replaced everywhere in it;
 * see {@link SessionLines}. A line that cannot be checked is not let through.
 */
@Command(
        name = "redact",
        mixinStandardHelpOptions = true,
        description = "Replace identifiers in text: lines in, lines out.")
final class RedactCommand implements Callable<Integer> {
    @Option(
            names = "--json",
            description =
                    "Each line is an object with text, and a session if there is one; it comes back redacted, with"
                            + " entities: type, start and end in code points, score and detector. Where text is an object or an array,"
                            + " it stays one, and start and end count in it as JSON without spaces. Where text cannot be redacted, it is"
                            + " left out and redaction_error says why. From the first line with a"
                            + " session on, lines are held until the input ends or 50 million chars are held.")
    private boolean json;

    private final Pseudonyms pseudonyms = new Pseudonyms(key());
    private final TextRedactor redactor = new TextRedactor(DetectorKind.all(), pseudonyms);
    private long line;
    private boolean failed;

    private static byte[] key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public Integer call() throws IOException {
        LineReader in = new LineReader(new InputStreamReader(
                System.in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)));
        SessionLines lines = new SessionLines(redactor, System.out::println, this::tell);
        ArmouredLines blocks = new ArmouredLines((block, end) -> System.out.print(plain(block) + end));
        Optional<LineReader.Line> read = in.next();
        while (read.isPresent()) {
            line++;
            if (json) {
                lines.add(line, read.get().text());
            } else {
                blocks.add(read.get().text(), read.get().end());
            }
            read = in.next();
        }
        lines.end();
        blocks.end();
        System.out.flush();
        return failed ? 1 : 0;
    }

    /** A line, which stays JSON where it is JSON, or the lines of a key. */
    private String plain(String text) {
        try {
            return FailClosed.checked(() -> new JsonRedactor(redactor.knowing(text), pseudonyms).redact(text, ""));
        } catch (PrivacyFailure failure) {
            tell(line, SessionLines.unchecked(failure));
            return "";
        }
    }

    /** Says which line was not redacted and why, and never what stood in it. */
    private void tell(long number, String why) {
        failed = true;
        System.err.printf("logmill: line %d %s%n", number, why);
    }
}
