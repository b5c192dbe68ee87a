package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that readers keep: integers of 64 bits, decimals that a double holds. Others come back as neighbours. */
final class ExactNumbers implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        return Leaves.first(row.json(), ExactNumbers::lost);
    }

    private static Optional<String> lost(JsonNode leaf) {
        if (leaf.isIntegralNumber()) {
            return leaf.canConvertToLong()
                    ? Optional.empty()
                    : Optional.of("integer of %d bits, limit 63"
                            .formatted(leaf.bigIntegerValue().bitLength()));
        }
        if (leaf.isNumber()) {
            BigDecimal exact = leaf.decimalValue();
            double read = exact.doubleValue();
            boolean kept = Double.isFinite(read) && BigDecimal.valueOf(read).compareTo(exact) == 0;
            return kept ? Optional.empty() : Optional.of("decimal of %d digits".formatted(exact.precision()));
        }
        return Optional.empty();
    }
}
