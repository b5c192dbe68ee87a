package dev.logmill.export.rule;

import java.util.Optional;

/** Text of whole characters: no lone surrogate, which readers drop, and no NUL. */
final class WholeText implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        return Leaves.firstText(row.json(), WholeText::broken);
    }

    private static Optional<String> broken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("NUL at %d of %d".formatted(i, text.length()));
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("lone surrogate at %d of %d".formatted(i, text.length()));
            }
        }
        return Optional.empty();
    }
}
