package dev.logmill.curation.ingest.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The newest pages of an SQLite database, which lie in the file {@code -wal} beside it until they are moved over. Only
 * transactions that are whole count: a frame whose salts or sums do not fit was left over or torn, and ends the log. See
 * SQLite's file format, section 4.
 */
final class WriteAheadLog {
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_BYTES = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int SUMMED_OF_HEADER = 24;
    private static final int SUMMED_OF_FRAME = 8;

    private final byte[] bytes;
    private final ByteBuffer log;
    private final ByteOrder order;
    private final int pageBytes;
    private int sum;
    private int sumOfSums;

    private WriteAheadLog(byte[] bytes) {
        this.bytes = bytes;
        this.log = ByteBuffer.wrap(bytes);
        this.order = (log.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.pageBytes = log.getInt(8);
    }

    /** The database as it is with all transactions that the log holds whole. */
    static byte[] applied(byte[] database, byte[] bytes) {
        boolean isLog = bytes.length >= HEADER_BYTES && (ByteBuffer.wrap(bytes).getInt() & ~1) == MAGIC;
        return isLog ? new WriteAheadLog(bytes).over(database) : database;
    }

    private byte[] over(byte[] database) {
        add(0, SUMMED_OF_HEADER);
        boolean sane = pageBytes >= 512 && Integer.bitCount(pageBytes) == 1 && isSummedAt(SUMMED_OF_HEADER);
        byte[] committed = database;
        int begun = HEADER_BYTES;
        for (int frame = begun; sane && isWhole(frame); frame += FRAME_BYTES + pageBytes) {
            int pages = log.getInt(frame + 4);
            if (pages > 0) {
                committed = committed(committed, begun, frame, pages);
                begun = frame + FRAME_BYTES + pageBytes;
            }
        }
        return committed;
    }

    private boolean isWhole(int frame) {
        if (frame > log.capacity() - FRAME_BYTES - pageBytes || log.getLong(frame + 8) != log.getLong(16)) {
            return false;
        }
        add(frame, SUMMED_OF_FRAME);
        add(frame + FRAME_BYTES, pageBytes);
        return log.getInt(frame) > 0 && isSummedAt(frame + 16);
    }

    private boolean isSummedAt(int at) {
        return log.getInt(at) == sum && log.getInt(at + 4) == sumOfSums;
    }

    /** The pages of one transaction laid over the database, which has {@code pages} of them from then on. */
    private byte[] committed(byte[] before, int first, int last, int pages) {
        byte[] after = Arrays.copyOf(before, Math.multiplyExact(pages, pageBytes));
        for (int frame = first; frame <= last; frame += FRAME_BYTES + pageBytes) {
            int page = log.getInt(frame);
            if (page <= pages) {
                System.arraycopy(bytes, frame + FRAME_BYTES, after, (page - 1) * pageBytes, pageBytes);
            }
        }
        return after;
    }

    private void add(int from, int bytes) {
        ByteBuffer words = log.duplicate().order(order);
        for (int at = from; at < from + bytes; at += 8) {
            sum += words.getInt(at) + sumOfSums;
            sumOfSums += words.getInt(at + 4) + sum;
        }
    }
}
