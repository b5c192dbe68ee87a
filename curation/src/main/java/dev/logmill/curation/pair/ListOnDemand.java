package dev.logmill.curation.pair;

import java.util.AbstractList;
import java.util.function.IntFunction;

/** A list whose elements are made whenever they are asked for, so that a long one takes no memory. */
final class ListOnDemand<T> extends AbstractList<T> {
    private final int[] numbers;
    private final IntFunction<T> making;

    /** One element a number. */
    ListOnDemand(int[] numbers, IntFunction<T> making) {
        this.numbers = numbers;
        this.making = making;
    }

    @Override
    public T get(int index) {
        return making.apply(numbers[index]);
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
