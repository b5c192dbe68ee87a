package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnDetectorTest {
    private final Found found = new Found(new ArnDetector());

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:user/marta, marta",
        "arn:aws:iam::123456789012:user/berlin/sales/marta.k, marta.k",
        "by arn:aws:sts::123456789012:assumed-role/Admin/marta-session., marta-session",
        "arn:aws-us-gov:sts::123456789012:federated-user/marta, marta"
    })
    void finds(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/marta",
                "arn:aws:sts::123456789012:assumed-role/Admin",
                "arn:aws:sts::123456789012:assumed-role/Admin/i-0abc12345678",
                "arn:aws:s3:::bucket:user/marta",
                "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2",
                "arn:aws:iam::123456789012:user/",
                "arn:aws:iam"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
