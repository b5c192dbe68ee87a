package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stands for a value in a tool's arguments where the tool's schema would not take a placeholder: a number of as many digits, a text of
 * the same shape, a mail address, a phone or an address on the web that nobody has. Keyed by scope and by what else stands for the value,
 * so that a value has one throughout a session however it is spelled; where letters may stand in it, it has the mark of the placeholder
 * that the text beside has.
 */
final class Surrogate {
    private static final LocalDate FIRST_DATE = LocalDate.of(1950, 1, 1);
    private static final int DATES = 20_000;
    private static final int LEAST_DIGITS = 6;
    private static final String DOMAIN = "@example.com";

    /** What few readers of mail addresses take. */
    private static final String SHORT_DOMAIN = "@x.test";

    private static final int DECIMALS = 6;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final int HEX_LETTERS = 6;

    /** What of a value's shape is kept beside the kind of each char. */
    private enum Kept {
        NOTHING,
        HEX,
        LETTERS
    }

    private final byte[] stream;
    private final Optional<Placeholder.Told> told;

    /** @param placeholder what would stand for the value in any text */
    Surrogate(Pseudonyms pseudonyms, String scope, String placeholder) {
        this.stream = HexFormat.of()
                .parseHex(Digest.of(pseudonyms.key(scope), pseudonyms.key(placeholder))
                        .hex());
        this.told = Placeholder.told(placeholder);
    }

    /** Whether a schema asks more of a text than to be one, so that a placeholder may not be what it takes. */
    static boolean isAskedFor(JsonNode schema, String placeholder) {
        return schema.has("format") || schema.has("pattern") || !new SchemaLimits(schema).take(placeholder);
    }

    /** Whether a schema takes a number and no text. */
    static boolean isNumber(JsonNode schema) {
        JsonNode types = schema.path("type");
        boolean number = false;
        for (JsonNode type :
                types.isArray() ? types : Json.MAPPER.createArrayNode().add(types)) {
            if (type.asText().equals("string")) {
                return false;
            }
            number |= type.asText().equals("integer") || type.asText().equals("number");
        }
        return number;
    }

    /** A number of as many digits that a schema takes. */
    BigInteger number(String digits, JsonNode schema) {
        String shaped = isOf("PHONE")
                ? FictionPhone.of(digits, digits.length() > 10, this::below)
                : shaped(digits, Kept.NOTHING);
        if (shaped.startsWith("-")) {
            return new BigInteger(shaped);
        }
        String drawn = shaped.startsWith("0") ? "1" + shaped.substring(1) : shaped;
        BigDecimal least = BigDecimal.TEN.pow(drawn.length() - 1);
        BigDecimal greatest = BigDecimal.TEN.pow(drawn.length()).subtract(BigDecimal.ONE);
        return new SchemaLimits(schema)
                .number(new BigDecimal(drawn), least, greatest, BigDecimal.ONE)
                .toBigInteger();
    }

    /** Degrees of a place on earth, with as many decimals as tell one, that a schema takes. */
    BigDecimal degrees(JsonNode schema) {
        BigDecimal drawn = BigDecimal.valueOf(below(180_000_000) - 90_000_000L, DECIMALS);
        return new SchemaLimits(schema).number(drawn, POLE.negate(), POLE, BigDecimal.valueOf(1, DECIMALS));
    }

    /** A text in the format that a schema names (JSON Schema 2020-12 validation, section 7.3), else of the same shape. */
    String text(String value, JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "email", "idn-email" -> mail(new SchemaLimits(schema).most());
            case "date" -> date().toString();
            case "date-time" -> date() + "T00:00:00Z";
            case "ipv4" -> "203.0.113." + (1 + below(254));
            case "ipv6" -> "2001:db8::" + Integer.toHexString(1 + below(0xfffe));
            case "uri", "url", "iri", "uri-reference" -> "https://example.com/" + mark();
            default -> fitting(value, new SchemaLimits(schema));
        };
    }

    /** The first that the schema takes: a mail address or a phone that nobody has, or something of the same shape. */
    private String fitting(String value, SchemaLimits limits) {
        Stream<String> others =
                switch (told.map(Placeholder.Told::type).orElse("")) {
                    case "EMAIL" -> Stream.of(mail(limits.most()));
                    case "PHONE" -> Stream.of(phone(value));
                    default -> Stream.of();
                };
        // Letters that a pattern asks for stay, where it is the digits that tell somebody.
        Stream<Kept> kept = isNumberAtHeart(value) ? Stream.of(Kept.values()) : Stream.of(Kept.NOTHING, Kept.HEX);
        return Stream.concat(others, kept.map(each -> shaped(value, each)))
                .filter(limits::take)
                .findFirst()
                .orElseGet(() -> shaped(value, Kept.NOTHING));
    }

    private boolean isOf(String type) {
        return told.filter(is -> is.type().equals(type)).isPresent();
    }

    private String mark() {
        return told.map(Placeholder.Told::mark).orElseGet(() -> Integer.toString(below(1_000_000)));
    }

    /** Under a domain of RFC 2606, that nobody may register; cut, where it may not be so long. */
    private String mail(long most) {
        String domain = most > DOMAIN.length() ? DOMAIN : SHORT_DOMAIN;
        int letters = (int) Math.max(1, Math.min(mark().length(), most - domain.length()));
        return mark().substring(0, letters) + domain;
    }

    /** With the marks that the number was written with. */
    private String phone(String value) {
        String digits = value.replaceAll("[^0-9]", "");
        String other = digits.isEmpty()
                ? digits
                : FictionPhone.of(digits, value.indexOf('+') >= 0 || value.startsWith("00"), this::below);
        StringBuilder phone = new StringBuilder(value.length());
        int at = 0;
        for (int i = 0; i < value.length(); i++) {
            boolean digit = value.charAt(i) >= '0' && value.charAt(i) <= '9';
            phone.append(digit ? other.charAt(at++) : value.charAt(i));
        }
        return phone.toString();
    }

    private static boolean isNumberAtHeart(String value) {
        long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= LEAST_DIGITS && digits * 2 >= value.length();
    }

    private LocalDate date() {
        return FIRST_DATE.plusDays(below(DATES));
    }

    private int below(int limit) {
        return new BigInteger(1, stream).mod(BigInteger.valueOf(limit)).intValue();
    }

    private String shaped(String value, Kept kept) {
        StringBuilder shaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            int drawn = (stream[i % stream.length] & 0xff) + i;
            char c = value.charAt(i);
            shaped.append(kept == Kept.LETTERS && !Character.isDigit(c) ? c : shaped(c, drawn, kept));
        }
        return shaped.toString();
    }

    private static char shaped(char c, int drawn, Kept kept) {
        if (c >= '0' && c <= '9') {
            return (char) ('0' + drawn % 10);
        }
        int letters = kept == Kept.HEX ? HEX_LETTERS : 26;
        if (c >= 'a' && c <= 'z') {
            return (char) ('a' + drawn % letters);
        }
        return c >= 'A' && c <= 'Z' ? (char) ('A' + drawn % letters) : c;
    }
}
