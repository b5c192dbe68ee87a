package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6DetectorTest {
    private final Found found = new Found(new Ipv6Detector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ip:2001:db8::1 | 2001:db8::1",
                "addr: 2001:DB8::1. | 2001:DB8::1",
                "source:2001:db8::1 | 2001:db8::1",
                "[2001:db8::1]:8080 | 2001:db8::1",
                "::ffff:1.2.3.4 | ::ffff:1.2.3.4",
                "64:ff9b::192.0.2.33 | 64:ff9b::192.0.2.33",
                "fe80::1%eth0 up | fe80::1%eth0",
                "d80:e4b5:79da:6cf6:71f3:51f7:9161:c319 | d80:e4b5:79da:6cf6:71f3:51f7:9161:c319",
                "d80:e4b5:79da:6cf6:71f3:51f7:9161:c319:443 | d80:e4b5:79da:6cf6:71f3:51f7:9161:c319",
                "face:2001:db8:0:0:0:0:0:1 | 2001:db8:0:0:0:0:0:1",
                "2001:db8::1: no route | 2001:db8::1"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10:20:30",
                "at 10:20:30:40:50:60:70:80",
                "10::20",
                "std::dec",
                "ab::cd",
                "abc::1",
                "x[1::2]",
                "aa:bb:cc:dd:ee:ff",
                "00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff",
                "::1",
                "::",
                "2001:db8::1::2",
                "12345:1:2:3:4:5:6:7",
                "2001:db8::1g",
                "::ffff:127.0.0.1"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void spellingsOfOneAddressAreOneValue() {
        assertThat(found.value("2001:0DB8:0:0:0:0:0:1")).isEqualTo(found.value("2001:db8::1"));
        assertThat(found.value("::ffff:1.2.3.4")).isEqualTo(new Found(new IpDetector()).value("1.2.3.4"));
        assertThat(found.value("fe80::1%eth0")).isEqualTo(found.value("fe80::1"));
    }
}
