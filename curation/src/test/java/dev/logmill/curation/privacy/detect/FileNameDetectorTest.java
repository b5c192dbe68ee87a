package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameDetectorTest {
    private final Found found = new Found(new FileNameDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data/in/Diego_Morales_CV.pdf            | diego morales",
                "resume-anna-schmidt.docx                 | anna schmidt",
                "AnnaSchmidt_2026.docx                    | anna schmidt",
                "/srv/hr/Schmidt, Anna/contract.pdf       | anna schmidt",
                "see Braun_Peter.xlsx                     | peter braun",
                "scan_0012_Penelope Vance.pdf             | penelope vance",
                "C:\\docs\\anna_maria_schmidt.jpg         | anna maria schmidt",
                "uploads/penelope.vance/avatar.png        | penelope vance"
            })
    void finds(String text, String name) {
        assertThat(found.values(text)).containsExactly(name);
    }

    @Test
    void findsEachOfSeveral() {
        assertThat(found.values("CV_Anna_Schmidt.pdf, Invoice-Peter-Braun.pdf"))
                .containsExactly("anna schmidt", "peter braun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "San_Francisco.pdf",
                "santa-clara-map.pdf",
                "jordan-valley.png",
                "austin-texas.jpg",
                "Georgia_Tech.pdf",
                "Mark_Sheet.xlsx",
                "Will_Template.docx",
                "April_Sales.xlsx",
                "training_data.csv",
                "anna_schmidt.py",
                "we asked anna for report.pdf"
            })
    void leavesOtherWords(String text) {
        assertThat(found.values(text)).isEmpty();
    }
}
