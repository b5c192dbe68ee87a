package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoAddressDetectorTest {
    private final Found found = new Found(new CryptoAddressDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa. | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy | 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
                "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq | bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0 | bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
                "Monero 44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A | 44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a | qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
                "QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A | QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A",
                "send 0x52908400098527886E0F7030069857D2E4169EE7 now | 0x52908400098527886E0F7030069857D2E4169EE7"
            })
    void finds(String text, String identifier) {
        assertThat(found.in(text)).containsExactly(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
                "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp",
                "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6q",
                "0x52908400098527886E0F7030069857D2E4169EE",
                "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP30",
                "54AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
                "0x0052908400098527886E0F7030069857D2E4169EE7",
                "3b18e512dba79e4c8300dd08aeb37f8e728b8dad"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }
}
