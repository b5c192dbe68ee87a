package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a text table, RFC 4180, whose first row names the columns: each an object of texts, at its number from 1 behind
 * that row. An empty field is an absent one.
 *
 * @param delimiter stands between fields
 */
record CsvForm(char delimiter) implements ObjectForm {
    @Override
    public RawPieces pieces(RawObject object, Stored stored, int maxRecordBytes) {
        WatchedFile file = new WatchedFile(stored);
        return new Pieces(() -> rows(object, Compression.text(object.name(), file.stream()), maxRecordBytes), file);
    }

    private Pieces.Supply rows(RawObject object, InputStream plain, int maxRecordBytes) throws IOException {
        Metered text = new Metered(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()), maxRecordBytes);
        CSVParser parser =
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).get().parse(text);
        Iterator<CSVRecord> rows = parser.iterator();
        return new Rows(object, rows, text, maxRecordBytes);
    }

    private static final class Rows implements Pieces.Supply {
        private final RawObject object;
        private final Iterator<CSVRecord> rows;
        private final Metered text;
        private final int limit;
        private @Nullable List<String> header;
        private long position;

        Rows(RawObject object, Iterator<CSVRecord> rows, Metered text, int limit) {
            this.object = object;
            this.rows = rows;
            this.text = text;
            this.limit = limit;
        }

        @Override
        public @Nullable RawPiece next() throws IOException {
            if (header == null) {
                CSVRecord first = row();
                header = first == null ? List.of() : header(first);
            }
            CSVRecord row = row();
            if (row == null) {
                return null;
            }
            position++;
            return row.size() == header.size() ? whole(row, header) : uneven(row, header);
        }

        private @Nullable CSVRecord row() throws IOException {
            text.allow();
            try {
                return rows.hasNext() ? rows.next() : null;
            } catch (UncheckedIOException broken) {
                throw told(broken.getCause());
            }
        }

        private IOException told(@Nullable IOException cause) {
            if (cause instanceof TooLarge) {
                return new Damage.Told("a row of more than %d characters behind row %d; a quote is not closed perhaps"
                        .formatted(limit, position));
            }
            if (cause instanceof CharacterCodingException) {
                return new Damage.Told("no UTF-8 behind row %d".formatted(position));
            }
            return cause == null || cause instanceof CSVException
                    ? new Damage.Told("it is no CSV behind row %d".formatted(position))
                    : cause;
        }

        private static List<String> header(CSVRecord row) throws IOException {
            List<String> names = row.toList();
            String first = names.get(0);
            List<String> header = new ArrayList<>(names);
            header.set(0, first.startsWith("\uFEFF") ? first.substring(1) : first);
            Set<String> seen = new HashSet<>();
            for (String name : header) {
                if (name.isEmpty() || !seen.add(name)) {
                    throw new Damage.Told(
                            name.isEmpty()
                                    ? "a column without a name in its first row"
                                    : "two columns of one name in its first row");
                }
            }
            return header;
        }

        private RawPiece whole(CSVRecord row, List<String> names) {
            ObjectNode body = Json.MAPPER.createObjectNode();
            for (int i = 0; i < names.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    body.put(names.get(i), row.get(i));
                }
            }
            return TableRow.piece(object, position, body);
        }

        private RawPiece uneven(CSVRecord row, List<String> names) {
            return new RawPiece.Broken(
                    position,
                    QuarantineReason.UNKNOWN_SHAPE,
                    "a row of %d fields, where the first row names %d".formatted(row.size(), names.size()),
                    Optional.of(TableRow.digest(Json.MAPPER.valueToTree(row.toList()))));
        }
    }

    private static final class TooLarge extends IOException {}

    /** Ends a row that goes on and on before it fills the memory. */
    private static final class Metered extends FilterReader {
        /** What a parser may have read ahead of the row before. */
        private static final int AHEAD = 1 << 14;

        private final int limit;
        private long left;

        Metered(Reader in, int limit) {
            super(in);
            this.limit = limit;
        }

        void allow() {
            left = (long) limit + AHEAD;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new TooLarge();
            }
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
