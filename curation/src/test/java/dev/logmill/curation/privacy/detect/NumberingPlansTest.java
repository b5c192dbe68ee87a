package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberingPlansTest {
    @Test
    void aNumberInANationalFormIsThatOfTheFirstRegionThatHasIt() {
        assertThat(NumberingPlans.national("202-555-0143")).contains("+12025550143");
        assertThat(NumberingPlans.national("030 901820")).contains("+4930901820");
    }

    @Test
    void aNumberThatNoCountryHasIsNone() {
        assertThat(NumberingPlans.international("+12025550143")).contains("+12025550143");
        assertThat(NumberingPlans.international("+10005550143")).isEmpty();
    }
}
