package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

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
    private static final String SHORT_DOMAIN = "@x.test";

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
        return schema.has("format")
                || schema.has("pattern")
                || schema.path("maxLength").asLong(Long.MAX_VALUE) < placeholder.length();
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

    /** A number of as many digits. */
    BigInteger number(String digits) {
        String shaped =
                isOf("PHONE") ? FictionPhone.of(digits, digits.length() > 10, this::below) : shaped(digits, true);
        return new BigInteger(shaped.startsWith("0") ? "1" + shaped.substring(1) : shaped);
    }

    /** Degrees of a place on earth, with as many decimals as tell one. */
    BigDecimal degrees() {
        return BigDecimal.valueOf(below(180_000_000) - 90_000_000L, 6);
    }

    /** A text in the format that a schema names (JSON Schema 2020-12 validation, section 7.3), else of the same shape. */
    String text(String value, JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "email", "idn-email" -> mail();
            case "date" -> date().toString();
            case "date-time" -> date() + "T00:00:00Z";
            case "ipv4" -> "203.0.113." + (1 + below(254));
            case "ipv6" -> "2001:db8::" + Integer.toHexString(1 + below(0xfffe));
            case "uri", "url", "iri", "uri-reference" -> "https://example.com/" + mark();
            default ->
                ofType(value, schema)
                        .orElseGet(() -> fitting(value, schema.path("pattern").asText()));
        };
    }

    /** A mail address or a phone that nobody has, where the schema takes it. */
    private Optional<String> ofType(String value, JsonNode schema) {
        long most = schema.path("maxLength").asLong(Long.MAX_VALUE);
        String pattern = schema.path("pattern").asText();
        List<String> others =
                switch (told.map(Placeholder.Told::type).orElse("")) {
                    case "EMAIL" -> List.of(mail(), shortMail(most));
                    case "PHONE" -> List.of(phone(value));
                    default -> List.of();
                };
        return others.stream()
                .filter(other -> other.length() <= most && (pattern.isEmpty() || matches(pattern, other)))
                .findFirst();
    }

    private boolean isOf(String type) {
        return told.filter(is -> is.type().equals(type)).isPresent();
    }

    private String mark() {
        return told.map(Placeholder.Told::mark).orElseGet(() -> Integer.toString(below(1_000_000)));
    }

    /** Under a domain of RFC 2606, that nobody may register. */
    private String mail() {
        return mark() + "@example.com";
    }

    private String shortMail(long most) {
        int letters = (int) Math.max(1, Math.min(mark().length(), most - SHORT_DOMAIN.length()));
        return mark().substring(0, letters) + SHORT_DOMAIN;
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

    /** Letters that a pattern asks for stay, where it is the digits that tell somebody. */
    private String fitting(String value, String pattern) {
        String digitsAlone = shaped(value, false);
        boolean fits = pattern.isEmpty() || matches(pattern, shaped(value, true));
        return !fits && isNumberAtHeart(value) && matches(pattern, digitsAlone) ? digitsAlone : shaped(value, true);
    }

    private static boolean isNumberAtHeart(String value) {
        long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= LEAST_DIGITS && digits * 2 >= value.length();
    }

    private static boolean matches(String pattern, String value) {
        try {
            return Pattern.compile(pattern).matcher(value).find();
        } catch (PatternSyntaxException unknown) {
            return false;
        }
    }

    private LocalDate date() {
        return FIRST_DATE.plusDays(below(DATES));
    }

    private int below(int limit) {
        return new BigInteger(1, stream).mod(BigInteger.valueOf(limit)).intValue();
    }

    private String shaped(String value, boolean letters) {
        StringBuilder shaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            int drawn = (stream[i % stream.length] & 0xff) + i;
            char c = value.charAt(i);
            shaped.append(letters || Character.isDigit(c) ? shaped(c, drawn) : c);
        }
        return shaped.toString();
    }

    private static char shaped(char c, int drawn) {
        if (c >= '0' && c <= '9') {
            return (char) ('0' + drawn % 10);
        }
        if (c >= 'a' && c <= 'z') {
            return (char) ('a' + drawn % 26);
        }
        return c >= 'A' && c <= 'Z' ? (char) ('A' + drawn % 26) : c;
    }
}
