package dev.logmill.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chatcmpl-822932cb04605761f2beadfc1bfb93ba",
                "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
                "call_95f5e7990c59013f491e",
                "call_yPtk5pXlKBhbC2cNtpOcvSyI3x",
                "toolu_01A09q90qw90lq917835lq9",
                "msg_013Zva2CMHLNnjNjJKqJ2EFv"
            })
    void theIdOfAProviderIsLookedAtNoFurther(String id) {
        assertThat(ProviderId.is(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call_DE89370400440532013000",
                "call_de89370400440532013000",
                "call_mt84malt011000012345mtlcast001s",
                "call_4111111111111111",
                "msg_hanna.walsh@example.com",
                "sk-822932cb04605761f2beadfc1bfb93ba",
                "ghp_yPtk5pXlKBhbC2cNtpOcvSyI3xYz0A1b2C",
                "chatcmpl-hannawalshborninlondon",
                "call_",
                "chatcmpl"
            })
    void whatMayHoldAnIdentifierIsLookedAt(String id) {
        assertThat(ProviderId.is(id)).isFalse();
    }
}
