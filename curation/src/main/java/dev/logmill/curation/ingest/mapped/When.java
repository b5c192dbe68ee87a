package dev.logmill.curation.ingest.mapped;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which records a mapping reads, where a log holds several kinds: those of which all tests hold. */
record When(List<Test> tests) implements Serializable {
    /** A message names no more of the words that would have been right. */
    private static final int TOLD_WORDS = 4;

    /**
     * What must lie at an address: one of some words; or, where there are none, anything at all, or nothing.
     *
     * @param present whether something must be there
     */
    record Test(Address at, boolean present, List<String> words) implements Serializable {
        boolean holds(MappedRecord record) {
            Optional<JsonNode> found = at.find(record);
            return words.isEmpty()
                    ? found.isPresent() == present
                    : found.filter(value -> words.contains(value.asText())).isPresent();
        }

        String written() {
            if (words.isEmpty()) {
                return at.written() + (present ? " there" : " absent");
            }
            String told = words.stream().limit(TOLD_WORDS).collect(Collectors.joining(" or "));
            int others = words.size() - TOLD_WORDS;
            return "%s %s%s".formatted(at.written(), told, others > 0 ? " or %d others".formatted(others) : "");
        }
    }

    /**
     * Reads {@code when: {/address: word, /other: [words], kind: true}}; true is anything, false is nothing, and a name
     * without a slash is the address that the mapping gives its key of that name.
     */
    static When read(MappingKeys mapping) {
        MappingKeys keys = mapping.nested("when");
        List<Test> tests = new ArrayList<>();
        for (String name : keys.names()) {
            Optional<Address> at = mapping.holds(name) ? mapping.address(name) : keys.written(name);
            boolean flag = keys.isFlag(name);
            List<String> words = flag ? List.of() : keys.texts(name);
            keys.require(!keys.isEmptyList(name), "asks for nothing at " + name + "; accepted: words, true or false");
            at.ifPresent(address -> tests.add(new Test(address, !flag || keys.flag(name, true), words)));
        }
        return new When(List.copyOf(tests));
    }

    boolean takes(MappedRecord record) {
        return tests.stream().allMatch(test -> test.holds(record));
    }

    /** What it asks for, for messages. */
    String written() {
        return tests.stream().map(Test::written).collect(Collectors.joining(", "));
    }
}
