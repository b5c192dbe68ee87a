package dev.logmill.curation.ingest.object;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;

/**
 * Rows that a query finds in an SQLite database: each an object of the columns, at its number from 1. Whatever stands in a
 * database, its schema and its query can only read: it is opened from memory, nothing is written beside it, functions and
 * views of its own schema are not trusted. What its {@code -wal} beside it holds is read with it; the files that SQLite
 * keeps beside a database hold no rows of their own.
 *
 * @param queries SELECTs, of which the first that fits the database is asked; its order is the order of the rows
 */
public record SqliteForm(List<String> queries) implements ObjectForm {
    private static final byte[] BEGINS = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** A Java array holds no more. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 16L;
    /** Where a database says that its newest pages may lie in a file beside it, see SQLite's file format, 1.3. */
    private static final int WRITE_VERSION = 18;

    private static final int READ_VERSION = 19;
    private static final byte WITHOUT_LOG = 1;

    private static final String LOG = "-wal";
    private static final List<String> BESIDE = List.of(LOG, "-shm", "-journal");

    private static final String DAMAGE = "it is no SQLite database, or was cut off or changed";
    private static final String TOO_LARGE =
            "a database of more than %d bytes; export the rows that matter".formatted(MOST_BYTES);
    private static final Set<SQLiteErrorCode> DAMAGED =
            EnumSet.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_CANTOPEN);

    public SqliteForm {
        queries = List.copyOf(queries);
    }

    /** Rows that one query finds. */
    public SqliteForm(String query) {
        this(List.of(query));
    }

    /** Whether bytes are those that a database begins with. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= BEGINS.length && Arrays.equals(bytes, 0, BEGINS.length, BEGINS, 0, BEGINS.length);
    }

    @Override
    public RawPieces pieces(RawObject object, Stored stored, int maxRecordBytes) {
        WatchedFile file = new WatchedFile(stored);
        boolean isBeside = BESIDE.stream().anyMatch(object.name()::endsWith);
        return new Pieces(() -> isBeside ? () -> null : rows(object, file, maxRecordBytes), file);
    }

    private Pieces.Supply rows(RawObject object, WatchedFile file, int maxRecordBytes) throws IOException {
        byte[] database = bytes(object, file);
        if (database.length == 0) {
            return () -> null;
        }
        Connection opened = null;
        try {
            opened = opened(database);
            return new SqliteRows(object, opened, answer(opened), maxRecordBytes);
        } catch (SQLException broken) {
            close(opened);
            throw told(broken);
        }
    }

    private ResultSet answer(Connection opened) throws SQLException {
        Statement statement = opened.createStatement();
        for (String query : queries.subList(0, queries.size() - 1)) {
            try {
                return statement.executeQuery(query);
            } catch (SQLException broken) {
                if (isDamage(broken)) {
                    throw broken;
                }
            }
        }
        return statement.executeQuery(queries.get(queries.size() - 1));
    }

    private static byte[] bytes(RawObject object, WatchedFile file) throws IOException {
        if (file.getLength() > MOST_BYTES) {
            throw new Damage.Told(TOO_LARGE);
        }
        try (InputStream in = Compression.undone(object.name(), file.stream())) {
            // Whoever looks at unknown logs asks this of objects of any size.
            byte[] begins = in.readNBytes(BEGINS.length);
            if (begins.length > 0 && !Arrays.equals(begins, BEGINS)) {
                throw new Damage.Told(DAMAGE);
            }
            byte[] bytes = new SequenceInputStream(new ByteArrayInputStream(begins), in).readAllBytes();
            if (bytes.length <= READ_VERSION || bytes[WRITE_VERSION] != 2) {
                return bytes;
            }
            byte[] newest = WriteAheadLog.applied(bytes, file.beside(LOG));
            newest[WRITE_VERSION] = WITHOUT_LOG;
            newest[READ_VERSION] = WITHOUT_LOG;
            return newest;
        } catch (ArithmeticException tooLarge) {
            throw new Damage.Told(TOO_LARGE);
        }
    }

    private static Connection opened(byte[] database) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enableLoadExtension(false);
        // A query that attaches another database would make a file of that name.
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:", config.toProperties());
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        sqlite.deserialize("main", database);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA query_only = ON");
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    throw new SQLiteException(DAMAGE, SQLiteErrorCode.SQLITE_CORRUPT);
                }
            }
        }
        return connection;
    }

    /** The database's own words may hold its text; of a query that does not fit they name tables and columns. */
    static IOException told(SQLException broken) {
        return new Damage.Told(
                isDamage(broken) ? DAMAGE : "the query does not fit this database: " + broken.getMessage());
    }

    private static boolean isDamage(SQLException broken) {
        return broken instanceof SQLiteException sqlite && DAMAGED.contains(sqlite.getResultCode());
    }

    static void close(@Nullable Connection connection) throws IOException {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException broken) {
            throw new IOException("A database in memory could not be closed", broken);
        }
    }
}
