package dev.logmill.curation.ingest.object;

/** How the bytes of an object are cut into records. */
public interface ObjectForm {
    /**
     * The pieces of an object.
     *
     * @param stored its bytes, as storage holds them
     * @param maxRecordBytes a larger record is told as such and not read
     */
    RawPieces pieces(RawObject object, Stored stored, int maxRecordBytes);
}
