package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNameTest {
    private final Found found = new Found(new PersonDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Mei Lin Zhang signed.;Mei Lin Zhang",
                "Trần Thị Lan đã gọi.;Trần Thị Lan",
                "Kang Seo-yeon signed.;Kang Seo-yeon",
                "CN=Paula Ortega,OU=People;Paula Ortega",
                "Attending: Brooks, Julia MD;Brooks, Julia",
                "Carter, Maria (radiology);Carter, Maria",
                "i.A. Qwertrud Xylotham;Qwertrud Xylotham",
                "our CFO, Karen Ziegler, agreed;Karen Ziegler",
                "GP Dr Rogers saw her;Dr Rogers",
                "@author Tobias Hart;Tobias Hart"
            })
    void theWholeNameIsFound(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Domain Users,OU=Groups",
                "the last name Field is required",
                "Thanks,\nSupport",
                "Over SFTP, then HTTP, JSON came back.",
                "See the price list. Ben Nevis Hotel, Oban Pier"
            })
    void whatIsWrittenAlikeIsNobody(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
