package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The rows of an answered query as records, read as they are asked for; closes the database behind them. */
record SqliteRows(RawObject object, Connection connection, ResultSet rows, int limit) implements Pieces.Supply {
    @Override
    public @Nullable RawPiece next() throws IOException {
        try {
            if (!rows.next()) {
                return null;
            }
            return piece(rows.getRow());
        } catch (SQLException broken) {
            throw SqliteForm.told(broken);
        }
    }

    private RawPiece piece(long position) throws SQLException {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            set(body, columns.getColumnLabel(i), rows.getObject(i));
        }
        return TableRow.piece(object, position, body, limit);
    }

    private static void set(ObjectNode body, String name, @Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            body.put(name, ((Number) value).longValue());
        } else if (value instanceof Double real && Double.isFinite(real)) {
            body.put(name, BigDecimal.valueOf(real));
        } else if (value instanceof String text) {
            body.put(name, text);
        } else if (value instanceof byte[] bytes) {
            body.put(name, Base64.getEncoder().encodeToString(bytes));
        }
    }

    @Override
    public void close() throws IOException {
        SqliteForm.close(connection);
    }
}
