package dev.logmill.jobs.simulate;

import dev.logmill.curation.json.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded draws. {@link Random} is specified to the bit, so every JDK draws the same. */
final class Dice {
    private static final String HEX = "0123456789abcdef";

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A stream of draws of its own for what the parts name. */
    static Dice of(String... parts) {
        return new Dice(Digest.of(parts).bits());
    }

    double unit() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code greatest}, both included. */
    int between(int least, int greatest) {
        return least + random.nextInt(greatest - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Another one than {@code not}. */
    <T> T other(List<T> choices, T not) {
        List<T> others = choices.stream().filter(choice -> !choice.equals(not)).toList();
        return of(others);
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    String hex(int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(HEX.charAt(random.nextInt(16)));
        }
        return text.toString();
    }
}
