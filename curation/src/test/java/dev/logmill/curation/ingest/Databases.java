package dev.logmill.curation.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;

/** SQLite databases as the bytes of their files. */
public final class Databases {
    private Databases() {}

    /** The database that these statements make, a line each. */
    public static byte[] of(String statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (String line : statements.lines().toList()) {
                statement.execute(line);
            }
            return connection.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
