package dev.logmill.jobs.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What was built: Maven writes the project's version beside the classes, so it stands in the POM alone. */
public final class Build {
    private Build() {}

    /** The version of this build, such as 0.1.0. */
    public static String version() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/dev/logmill/jobs/build.properties")) {
            build.load(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Objects.requireNonNull(build.getProperty("version"));
    }
}
