package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellLoginTest {
    private final Found found = new Found(new LoginDetector());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ whoami\novandermeer\n$ pwd",
                "box:/srv# whoami\r\novandermeer\r\n",
                "total 8\ndrwxr-xr-x 2 root root 4096 Nov 23 10:00 .\n-rw-r--r--@  1 ovandermeer  staff   1204 Nov 23 10:00 a.txt",
                "USER       PID %CPU %MEM    VSZ COMMAND\nroot         1  0.0  0.0 16 /sbin/init\novandermeer  41  0.1  1.2 91 node",
                "UID          PID    PPID  C STIME TTY          TIME CMD\novandermeer  4121    3990  0 10:01 pts/0    00:00:12 node",
                "ovandermeer@macbook:~$ ls",
                "ovandermeer@build-7.corp:/srv/app$ make",
                "[ovandermeer@build7 src]$ make",
                "ovandermeer@macbook src % make",
                "PATH=/bin\nLOGNAME=ovandermeer\nTERM=xterm",
                "export USER=ovandermeer",
                "09:58:01 <ovandermeer> hello all",
                "[10:02] <ovandermeer> hello all",
                "dn: uid=ovandermeer,ou=people,dc=corp"
            })
    void whoIsAtWorkIsFound(String text) {
        assertThat(found.in(text)).containsExactly("ovandermeer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ whoami\nroot\n$ pwd",
                "$ whoami\nwww-data",
                "drwxr-xr-x 2 root root 4096 Nov 23 10:00 .\n-rw-r--r-- 1 www-data www-data 12 Nov 23 10:00 a\n-rw-r--r-- 1 _apt nogroup 1 a",
                "USER PID %CPU %MEM COMMAND\nnobody 1 0.0 0.0 a\nsystemd-network 2 0.0 0.0 b\nmessagebus 3 0.0 0.1 c",
                "ubuntu@ip-10-0-0-1:~$ ls",
                "root@box:/# ls",
                "USER=app",
                "USER=zqwierski",
                "env USER=ovandermeer sh",
                "uid=root,ou=people",
                "<summary> of it",
                "[10:02] <zqwierski> of it",
                "<kathy> of it",
                "a <ovandermeer> b",
                "mail ovandermeer at macbook, it cost 5$",
                "USER PID COMMAND\n\novandermeer 41 0.1 node"
            })
    void servicesAndOtherLinesStay(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void whoSpeaksIsFoundByAMarkWhereNoTimeIsTold() {
        assertThat(found.in("<vikram.s> hello all")).containsExactly("vikram.s");
    }

    @Test
    void aLoginIsOneValueWhereverItStands() {
        assertThat(found.value("ovandermeer@macbook:~$ ls")).isEqualTo(found.value("LOGNAME=ovandermeer"));
    }
}
