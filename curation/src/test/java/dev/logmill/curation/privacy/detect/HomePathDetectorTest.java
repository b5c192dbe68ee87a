package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomePathDetectorTest {
    private final Found found = new Found(new HomePathDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/Users/marta/src/app.ts | marta",
                "node --login /home/marta.k/run.js | marta.k",
                "cd /home/mkowalczyk. | mkowalczyk",
                "HOME=/Users/marta | marta",
                "[\"/home/marta/a.py\"] | marta",
                "\\n/home/marta/a.py | marta",
                "scp a host:/home/marta/b | marta",
                "file:///home/marta/a.md | marta",
                "vscode://file/Users/marta/a.md | marta",
                "/var/home/marta/a | marta",
                "/mnt/c/Users/marta/a | marta",
                "/c/Users/marta/a | marta",
                "C:/Users/marta/a | marta",
                "c:/users/marta/a | marta",
                "C:\\Users\\marta\\a | marta",
                "c:\\\\users\\\\marta\\\\a | marta",
                "open C:\\Users\\Marta Kowalczyk\\Desktop\\a.txt now | Marta Kowalczyk",
                "C:\\Users\\Marta is there | Marta",
                "C:\\Users\\MARTAK~1\\AppData | MARTAK~1",
                "\\/Users\\/marta\\/a | marta",
                "/home/\u0142ukasz/a | \u0142ukasz",
                "~/.claude/projects/-Users-marta-src-app/a.jsonl | marta",
                "~/.claude/projects/-home-marta-src/a.jsonl | marta",
            })
    void finds(String text, String login) {
        assertThat(found.in(text)).containsExactly(login);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/root/.bashrc",
                "/home/ubuntu/app",
                "/home/runner/work/app",
                "/Users/Shared/a",
                "C:\\Users\\Public\\a",
                "C:\\Users\\All Users\\a",
                "/home/vscode/.cache",
                "/home/$USER/a",
                "/home/<user>/a",
                "C:\\Users\\%USERNAME%\\a",
                "/home/<USERNAME_k3f9q>/a",
                "src/Users/Models/Profile.php",
                "https://example.com/home/offers",
                "https://example.com/api/Users/List",
                "GET /home/offers HTTP/1.1",
                "<a href=\"/home/offers\">",
                "/home/start.html",
                "/api/users/marta",
                "at-home-use and my-Users-list",
                "work/home/office",
                "/home/",
                "/Users/"
            })
    void leaves(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void aRouteOfAServerIsNobodysHome() {
        assertThat(found.in("/home/offers", "http.route")).isEmpty();
        assertThat(found.in("/home/marta", "code.filepath")).containsExactly("marta");
    }

    @Test
    void oneLoginIsOneValueOnWhateverSystem() {
        assertThat(found.value("C:\\Users\\Marta\\a")).isEqualTo(found.value("/home/marta/a"));
    }
}
