package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanTest {
    private static String runs(String text) {
        Scan scan = Scan.of(text);
        return IntStream.range(0, scan.runs())
                .mapToObj(run -> text.substring(scan.start(run), scan.end(run)))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "a12b345, 12 345", "12.5-7, 12 5 7", "(030)+49, 030 49", "abc, ''", "'', ''", "x٣1, 1"})
    void tellsWhereDigitsStand(String text, String runs) {
        assertThat(runs(text)).isEqualTo(runs);
    }

    @Test
    void tellsAnyNumberOfThem() {
        String text = IntStream.range(0, 1000).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        assertThat(runs(text)).isEqualTo(text);
    }

    @Test
    void countsSigns() {
        assertThat(Scan.of("A@b.c: 12/\\n-3").signs())
                .isEqualTo(new Signs(3, 1, 1, 1, 1, true, true, true, true, false));
        assertThat(Scan.of("plain text").signs())
                .isEqualTo(new Signs(0, 0, 0, 0, 0, false, false, false, false, false));
        assertThat(Scan.of("\u0418\u0432\u0430\u043d").signs().foreign()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Eightlet, Eightlet",
        "Sevenle x, ''",
        "eightlet Xeightlet, Xeightlet",
        "A eightlet, ''",
        "key=aBcd/+-_12==.aBcdefgh, aBcd/+-_12 aBcdefgh",
        "12345678A, 12345678A",
        "aBcdefg\u00e9aBcdefgh, aBcdefgh"
    })
    void tellsWhereLongWordsWithCapitalsStand(String text, String words) {
        Scan scan = Scan.of(text);
        assertThat(IntStream.range(0, scan.longWords())
                        .mapToObj(word -> text.substring(scan.wordStart(word), scan.wordEnd(word)))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(words);
    }
}
