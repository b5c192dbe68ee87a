package dev.logmill.curation.ingest.object;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The pieces of one object, as they are asked for; no more than one is in memory at a time. An object that ends early, or
 * cannot be read further, ends with one more piece that says so. Where storage itself fails, {@link
 * java.io.UncheckedIOException} says so: the object is not to blame and may be read another time.
 */
public interface RawPieces extends Iterator<RawPiece>, Closeable {}
