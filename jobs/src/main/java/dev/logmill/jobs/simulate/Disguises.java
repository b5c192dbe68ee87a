package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;

/** What a tool may bring in an encoding that nobody reads, each with somebody's address in it. */
final class Disguises {
    private final Identities identities;

    Disguises(Identities identities) {
        this.identities = identities;
    }

    /** Adds one field for each to a result. */
    void addTo(ObjectNode result) {
        result.put("script", base64(said("base64 of UTF-16").getBytes(StandardCharsets.UTF_16LE)));
        result.put("letter", base64(said("base64 of Windows-1252").getBytes(Charset.forName("windows-1252"))));
        result.put("packed", base64(zlib(said("base64 of zlib"))));
        result.put("twice", base64(base64(zlib(said("base64 twice"))).getBytes(StandardCharsets.UTF_8)));
        result.put("dump", HexFormat.ofDelimiter(" ").formatHex(utf8(said("hex digits with spaces"))));
        result.put("digits", HexFormat.of().formatHex(utf8(said("hex digits"))));
        result.put("next", "https://shop.example.org/o?to=" + percent(percent(said("percent encoding twice"))));
    }

    private String said(String place) {
        return "Jos\u00e9 wrote to %s, \u00e0 vous".formatted(identities.mail(place));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] zlib(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(utf8(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
