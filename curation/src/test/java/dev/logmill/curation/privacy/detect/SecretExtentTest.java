package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretExtentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "pw: Grey;48,x( is it. ~ Grey;48,x(",
                "pw: Grey)48x. ~ Grey)48x",
                "(pw: Grey48x) ~ Grey48x",
                "(pw: Grey(4)8x) ~ Grey(4)8x",
                "\"pw: Grey'48x\", ~ Grey'48x",
                "it's pw: Grey'48x ~ Grey'48x",
                "pw: Grey48;host=db ~ Grey48",
                "pw: Grey&48&host=db ~ Grey&48",
                "<p>pw: Grey<48</p> ~ Grey<48",
                "pw: 'Grey 48' or ~ Grey 48",
                "pw: 'Gre'y 48' or ~ Gre'y 48",
                "pw: 'Grey 48 or ~ 'Grey",
                "pw: \"t7W\\5m\" ~ t7W\\5m",
                "\\\"pw\\\": \\\"Grey48\\\" ~ Grey48"
            })
    void aPasswordEndsAtWhatClosesOrPartsIt(String text, String password) {
        int name = text.indexOf("pw") + 2;
        SecretSetting set = SecretExtent.of(text, SecretSetting.start(text, name), false);
        assertThat(set.of(text)).isEqualTo(password);
    }
}
