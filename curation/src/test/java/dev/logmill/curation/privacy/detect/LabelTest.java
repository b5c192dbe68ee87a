package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {
    @ParameterizedTest
    @CsvSource({
        "password, true, false, false",
        "auth.accessToken, true, false, false",
        "X-API-Key, true, false, false",
        "tokens, false, false, false",
        "mobileNumber, false, true, false",
        "home_tel, false, true, false",
        "phone_id, false, false, false",
        "appVersion, false, false, true",
        "'', false, false, false"
    })
    void tellsWhatStandsUnderAKey(String key, boolean secret, boolean phone, boolean version) {
        Label label = Label.of(key);
        assertThat(label.isSecret()).isEqualTo(secret);
        assertThat(label.isPhone()).isEqualTo(phone);
        assertThat(label.isVersion()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "sortCode, CALLED_ID",
        "sort_code, CALLED_ID",
        "dl, CALLED_ID",
        "birthDate, BIRTH",
        "date-of-birth, BIRTH",
        "N\u00e9 le, BIRTH"
    })
    void tellsATopic(String key, Topic topic) {
        assertThat(Label.of(key).isAbout(topic)).isTrue();
        assertThat(Label.of("amount").isAbout(topic)).isFalse();
    }

    @Test
    void keysThatShareAPlaceAreToldApart() {
        // Equal hashes, as of Aa and BB.
        assertThat(Label.plain("Aa_x")).isEqualTo("aax");
        assertThat(Label.plain("BB_x")).isEqualTo("bbx");
        assertThat(Label.folded("Stra\u00dfe-\u00c9.x")).endsWith("ex");
    }
}
