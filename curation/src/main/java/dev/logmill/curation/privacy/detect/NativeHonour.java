package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/** Names before what honours somebody in Chinese, Japanese and Korean: 王小姐, 山田様, 김민수님. */
final class NativeHonour {
    /** Told where each name begins and ends. */
    interface Sink {
        void accept(int start, int end);
    }

    private static final List<String> CHINESE = List.of(
            "先生", "女士", "小姐", "太太", "经理", "經理", "医生", "醫生", "老师", "老師", "总", "要求", "表示", "来电", "反映", "投诉", "申请", "咨询",
            "询问", "提出");

    /** Those of them that say what somebody does, so that the word for whom must stand before. */
    private static final Set<String> SAID = Set.of("要求", "表示", "来电", "反映", "投诉", "申请", "咨询", "询问", "提出");

    private static final List<String> CLIENTS = List.of("客户", "客戶", "患者", "用户", "乘客", "会员", "投保人");

    /** Surnames that are more often words of a sentence. */
    private static final String WORDS = "于方时成";

    /** What may stand right before a name, where no mark does. */
    private static final List<String> BEFORE_CHINESE = List.of(
            "尊敬的", "亲爱的", "親愛的", "敬爱的", "您好", "你好", "我是", "叫", "找", "给", "給", "跟", "和", "与", "向", "请", "請", "让", "是",
            "为", "致", "联系", "客户", "客戶", "患者", "接待");

    private static final List<String> KOREAN = List.of("님", "씨");
    private static final List<String> KOREAN_APART = List.of(
            " 고객님", " 회원님", " 선생님", " 과장님", " 대리님", " 부장님", " 팀장님", " 대표님", " 교수님", " 이사님", " 사장님", " 환자분", " 씨", " 님");

    /** Three syllables that begin as a surname does and are what somebody does. */
    private static final Set<String> KOREAN_ROLES =
            Phrases.of("이용자|신청자|주문자|구매자|구독자|사용자|관리자|담당자|판매자|운영자|작성자|방문자|여행자|지점장|조합원|상담사|변호사|고객지|임직원|공무원|연구원"
                    + "|전문가|진행자|지원자|심사관|원어민|주인공|양육자|남자친|여행사|예약자|여러분|수신자|발신자|최고의|우수고|신규고|기존고|전체고");

    /** Kanji before a san that are of the family or the trade. */
    private static final String NOBODY = "\u8005\u5ba2\u65b9\u54e1\u793e\u5404\u4f4d\u7686\u4ed5\u591a\u540c";

    private NativeHonour() {}

    static void find(String text, Sink sink) {
        chinese(text, sink);
        japanese(text, sink);
        korean(text, sink);
    }

    /** A usual surname with up to two signs behind it, at the start of what is said or behind what stands before names. */
    private static void chinese(String text, Sink sink) {
        for (String title : CHINESE) {
            for (int at = text.indexOf(title); at > 0; at = text.indexOf(title, at + 1)) {
                for (int length = 3; length > 0; length--) {
                    int start = at - length;
                    boolean said = SAID.contains(title);
                    if (start >= 0
                            && areHan(text, start, at)
                            && NativeName.isChineseSurname(text.charAt(start))
                            && (said ? isOfClient(text, start) : begins(text, start))) {
                        sink.accept(start, at);
                        break;
                    }
                }
            }
        }
    }

    private static boolean isOfClient(String text, int start) {
        return WORDS.indexOf(text.charAt(start)) < 0
                && CLIENTS.stream().anyMatch(before -> text.startsWith(before, start - before.length()));
    }

    private static boolean begins(String text, int start) {
        return start == 0
                || !isHan(text.charAt(start - 1))
                || BEFORE_CHINESE.stream().anyMatch(before -> text.startsWith(before, start - before.length()));
    }

    /** Two to four signs before 様; before さん and 氏 a usual surname alone or with a given name. */
    private static void japanese(String text, Sink sink) {
        for (int at = text.indexOf('\u69d8'); at >= 0; at = text.indexOf('\u69d8', at + 1)) {
            int start = hanStart(text, at);
            if (at - start >= 2 && at - start <= 4 && NOBODY.indexOf(text.charAt(at - 1)) < 0) {
                sink.accept(start, at);
            }
        }
        for (String title : List.of("さん", "氏", "と申")) {
            for (int at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
                int start = hanStart(text, at);
                if (JapaneseName.isName(text, start, at)) {
                    sink.accept(start, at);
                }
            }
        }
    }

    /** Three syllables of which the first is a usual surname. */
    private static void korean(String text, Sink sink) {
        for (String title : KOREAN) {
            for (int at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
                koreanBefore(text, at, sink);
            }
        }
        for (String title : KOREAN_APART) {
            for (int at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
                koreanBefore(text, at, sink);
            }
        }
    }

    private static void koreanBefore(String text, int end, Sink sink) {
        int start = end - 3;
        if (start >= 0
                && isHangul(text.charAt(start))
                && isHangul(text.charAt(start + 1))
                && isHangul(text.charAt(start + 2))
                && (start == 0 || !isHangul(text.charAt(start - 1)))
                && NativeName.isKoreanSurname(text.charAt(start))
                && !KOREAN_ROLES.contains(text.substring(start, end))) {
            sink.accept(start, end);
        }
    }

    private static int hanStart(String text, int end) {
        int start = end;
        while (start > 0 && isHan(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean areHan(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isHan(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean isHangul(char c) {
        return c >= '\uac00' && c <= '\ud7a3';
    }
}
