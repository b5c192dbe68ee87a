package dev.logmill.curation.privacy.detect;

import java.util.List;

/** What is done with a phone, in small letters, and is said of nothing else right before a number. */
final class PhoneVerbs {
    /** Before a word for "at": "reach me at", "prefers calls on". */
    static final List<String> ANSWERED = List.of(
            "answering",
            "buzz",
            "reach ",
            "text ",
            "ring ",
            "contact ",
            "llam",
            "appel",
            "joign",
            "erreich",
            "richiam",
            "chiam",
            "contatt",
            "contact",
            "ligar",
            "ligue",
            "bell",
            "ring",
            "kontakt",
            "dzwon",
            "pisz ",
            "reached ",
            "prefers calls ",
            "prefer calls ",
            "prefers texts ",
            "prefer texts ",
            "callback ",
            "meld",
            "schreib",
            "cris-moi ",
            "crivez-moi ",
            "texto ",
            "txt ",
            "escríb",
            "escrib",
            "mensaje ",
            "mensagem ",
            "scriv",
            "mi trova ",
            "app me ",
            "liga-me ");

    /** Right behind a number of whom is to be called there. */
    static final List<String> BEHIND = List.of(
            " numarasından ara", " numarasından ulaş", " numaradan ara", " numaradan ulaş", " numarasından yaz");

    /** Behind these stands a number at once: "Text me: 07911...". */
    static final List<String> WRITE_TO = List.of(
            "text me",
            "txt me",
            "message me",
            "msg me",
            "sms me",
            "app me",
            "schreib mir",
            "schreibe mir",
            "schreiben sie mir",
            "cris-moi",
            "crivez-moi",
            "escríbeme",
            "escribeme",
            "escríbame",
            "scrivimi",
            "napisz do mnie",
            "escreva-me");

    private PhoneVerbs() {}
}
