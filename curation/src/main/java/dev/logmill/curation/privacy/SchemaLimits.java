package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What a JSON Schema asks of the size and the form of a value (2020-12 validation, sections 6.2 and 6.3). */
record SchemaLimits(JsonNode schema) {
    private static final double FAR = 1e30;

    /** Whether it takes a text, as far as its length and its pattern tell; a pattern that is not read takes none. */
    boolean take(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asLong(0) && length <= most() && hasPattern(text);
    }

    /** Code points that a text may have at most. */
    long most() {
        return schema.path("maxLength").asLong(Long.MAX_VALUE);
    }

    private boolean hasPattern(String text) {
        String pattern = schema.path("pattern").asText();
        try {
            return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException unknown) {
            return false;
        }
    }

    /**
     * A number that the schema takes, for one that was drawn.
     *
     * @param drawn a multiple of the unit
     * @param least what else it may be at least
     * @param greatest what else it may be at most
     * @param unit by how much two of them differ at least
     * @return the one drawn, where it is taken or where none is
     */
    BigDecimal number(BigDecimal drawn, BigDecimal least, BigDecimal greatest, BigDecimal unit) {
        BigDecimal step = schema.path("multipleOf").isIntegralNumber() && has("multipleOf")
                ? value("multipleOf").max(unit)
                : unit;
        BigDecimal from = has("minimum") ? least.max(value("minimum")) : least;
        from = has("exclusiveMinimum") ? from.max(value("exclusiveMinimum").add(unit)) : from;
        BigDecimal to = has("maximum") ? greatest.min(value("maximum")) : greatest;
        to = has("exclusiveMaximum") ? to.min(value("exclusiveMaximum").subtract(unit)) : to;
        BigInteger first = from.divide(step, 0, RoundingMode.CEILING).toBigInteger();
        BigInteger count = to.divide(step, 0, RoundingMode.FLOOR)
                .toBigInteger()
                .subtract(first)
                .add(BigInteger.ONE);
        boolean taken = drawn.compareTo(from) >= 0
                && drawn.compareTo(to) <= 0
                && drawn.remainder(step).signum() == 0;
        if (taken || count.signum() <= 0) {
            return drawn;
        }
        BigInteger other =
                drawn.divide(unit, 0, RoundingMode.FLOOR).toBigInteger().mod(count);
        return new BigDecimal(first.add(other)).multiply(step);
    }

    /** A limit beyond all digits that identifiers have limits none. */
    private boolean has(String limit) {
        JsonNode number = schema.path(limit);
        return number.isNumber() && Math.abs(number.doubleValue()) < FAR;
    }

    private BigDecimal value(String limit) {
        return schema.path(limit).decimalValue();
    }
}
