package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * Names of Korea, China and Viet Nam in Latin letters, whose given names have two parts: Jun-ho Kim, Park Ji-yeon, Li Na Huang,
 * Nguyễn Văn An.
 */
final class EastAsianName {
    private static final Set<String> KOREAN_SURNAMES = Phrases.of(
            "kim|lee|yi|park|pak|choi|choe|jung|jeong|chung|kang|cho|jo|yoon|yun|jang|chang|lim|im|han|oh|seo|suh|shin|kwon|hwang|ahn|an|song"
                    + "|yoo|yu|ryu|hong|jeon|ko|koh|moon|son|sohn|yang|bae|baek|heo|huh|nam|noh|ha|joo|woo|min|jin|ji|cha|gu|koo|kwak|sung");

    private static final Set<String> KOREAN_SYLLABLES = Phrases.of(
            "jun|joon|ho|seo|so|yun|yoon|yeon|youn|ji|jin|min|hyun|hyeon|hye|hee|hui|ha|hyo|hyuk|hyeok|jae|je|jung|jeong|jong|joo|ju|kyung|kyeong"
                    + "|gyeong|kyu|gyu|kwang|mi|myung|myeong|na|nam|sang|seok|suk|seon|sun|seong|sung|seung|si|soo|su|sook|tae|u|uk|wook|won|woo|woong"
                    + "|ye|yeong|young|yong|yu|yoo|eun|in|il|chan|chul|cheol|dong|do|gi|ki|geun|keun|bin|byung|byeong|bo|hun|hoon|ri|rin|ra|rae|jo|ah|a");

    private static final Set<String> CHINESE_SURNAMES = Phrases.of(
            "wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng|liang|xie|song|tang|deng|feng|han|cao"
                    + "|zeng|peng|xiao|cai|pan|tian|dong|yuan|yu|du|ye|cheng|wei|su|lu|ding|ren|shen|yao|jiang|cui|tan|lau|chan|wong|cheung|chow|leung"
                    + "|kwok|tsang|tse|fung|ho|hsu|tsai|hsieh|chang");

    private static final Set<String> CHINESE_SYLLABLES = Phrases.of(
            "li|na|wei|ming|xiao|hui|jing|ying|yan|yu|fang|hong|hua|jun|jie|lei|lin|mei|min|ning|ping|qiang|qing|rong|rui|shan|ting"
                    + "|xia|xin|xue|yi|yuan|yun|zhen|zhi|bin|bo|cheng|dan|feng|gang|guo|hai|hao|jia|jian|juan|kai|lan|liang|long|peng|shu|tao"
                    + "|wen|xiang|yang|yong");

    private static final Set<String> VIETNAMESE_SURNAMES =
            Phrases.of("nguyen|tran|pham|hoang|huynh|phan|vu|vo|dang|bui|ngo|duong|ly|dinh|truong|trinh");

    private static final Set<String> VIETNAMESE_MIDDLES =
            Phrases.of("van|thi|duc|minh|ngoc|thanh|huu|quang|hoang|xuan|dinh|kim|thu|anh|quoc|gia");

    private static final int LONGEST_LAST = 7;

    private EastAsianName() {}

    /** Index behind the name that begins with a word; the word's own where none does. */
    static int end(Words words, int word) {
        if (word + 1 >= words.count() || !words.behind(word).equals(" ") || !isCapital(words, word + 1)) {
            return word;
        }
        boolean korean = words.is(word, Lexicon.JOINED)
                ? isKoreanGiven(words, word) && KOREAN_SURNAMES.contains(words.folded(word + 1))
                : KOREAN_SURNAMES.contains(words.folded(word)) && isKoreanGiven(words, word + 1);
        if (korean && words.standsFree(word + 1)) {
            return word + 2;
        }
        boolean three = word + 2 < words.count() && words.behind(word + 1).equals(" ") && isCapital(words, word + 2);
        return three && (isChinese(words, word) || isVietnamese(words, word)) ? word + 3 : word;
    }

    private static boolean isKoreanGiven(Words words, int word) {
        String given = words.folded(word);
        int dash = given.indexOf('-');
        return dash > 0
                && KOREAN_SYLLABLES.contains(given.substring(0, dash))
                && KOREAN_SYLLABLES.contains(given.substring(dash + 1));
    }

    /** Three words that English has none of. */
    private static boolean isChinese(Words words, int word) {
        return CHINESE_SYLLABLES.contains(words.folded(word))
                && CHINESE_SYLLABLES.contains(words.folded(word + 1))
                && CHINESE_SURNAMES.contains(words.folded(word + 2))
                && !words.isEnglish(word)
                && !words.isEnglish(word + 1)
                && !words.isEnglish(word + 2);
    }

    private static boolean isVietnamese(Words words, int word) {
        return VIETNAMESE_SURNAMES.contains(words.folded(word))
                && VIETNAMESE_MIDDLES.contains(words.folded(word + 1))
                && words.end(word + 2) - words.start(word + 2) <= LONGEST_LAST
                && words.standsFree(word + 2);
    }

    private static boolean isCapital(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL;
    }
}
