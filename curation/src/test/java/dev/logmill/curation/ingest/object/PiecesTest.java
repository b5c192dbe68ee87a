package dev.logmill.curation.ingest.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final RawPiece SEVENTH =
            new RawPiece.Broken(7, QuarantineReason.RECORD_TOO_LARGE, "", Optional.empty());

    /** Pieces of which the second cannot be read. */
    private static Pieces brokenOff(WatchedStream storage) {
        Iterator<RawPiece> sound = List.of(SEVENTH).iterator();
        Pieces.Supply supply = () -> {
            if (sound.hasNext()) {
                return sound.next();
            }
            throw new IOException("broken behind " + storage.read());
        };
        return new Pieces(() -> supply, storage);
    }

    @Test
    void damageIsOneMorePieceBehindTheLastAndTheEnd() {
        Pieces pieces = brokenOff(new WatchedStream(InputStream.nullInputStream()));

        assertThat(pieces.next()).isEqualTo(SEVENTH);
        assertThat(pieces.next().position()).isEqualTo(8);
        assertThat(pieces.hasNext()).isFalse();
        assertThatThrownBy(pieces::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void storageThatFailedIsNoDamageWhateverWasMadeOfIt() throws IOException {
        InputStream storage = InputStream.nullInputStream();
        storage.close();
        Pieces pieces = brokenOff(new WatchedStream(storage));

        assertThat(pieces.next()).isEqualTo(SEVENTH);
        assertThatThrownBy(pieces::next)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("closed");
    }
}
