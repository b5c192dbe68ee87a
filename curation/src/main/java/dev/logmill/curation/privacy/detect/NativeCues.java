package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What calls a name, a birth or an address so in scripts other than Latin, in small letters, and what may stand behind each. */
final class NativeCues {
    /** What a cue calls. */
    enum Kind {
        /** Behind a colon, a name. */
        NAME_LABEL,
        /** A name right behind it. */
        NAME,
        /** A name right behind it that begins with a usual surname of Japan. */
        JAPANESE_NAME,
        /** A name of two words, or with a known surname, since many other things are said so. */
        FULL_NAME,
        /** Behind a colon, a date. */
        BIRTH,
        /** Behind a colon, an address to the end of the line. */
        ADDRESS,
        /** The name of a street and a number right behind it. */
        STREET,
        /** The number of a passport or an identity card. */
        DOCUMENT,
        /** A password behind a colon or a word for "is". */
        SECRET
    }

    /** Words of a cue, and what they call. */
    record Cue(String words, Kind kind) {}

    private static final List<Cue> ALL = new ArrayList<>();

    static {
        add(
                Kind.NAME_LABEL,
                "имя|фамилия|отчество|имя и фамилия|ф.и.о.|фио|полное имя|клиент|пациент|получатель|отправитель|контактное лицо"
                        + "|ім'я|прізвище|піб|име|όνομα|παραλήπτης|αποστολέας|ασφαλισμένος|плательщик|застрахованный|страхователь|заявитель|пассажир|сотрудник|одержувач|відправник|пацієнт|клієнт|受取人|送り主|口座名義|被保険者|契約者名|المستلم|المريض|العميل|اسم الموظف|επώνυμο|ονοματεπώνυμο|πελάτης|ασθενής|姓名|名字|收件人|收货人|收貨人|寄件人|发件人|付款人|持卡人|投保人|被保险人|申请人|乘客|旅客|员工|員工|患者姓名|客户姓名|联系人|聯絡人|客户|患者"
                        + "|お名前|お客様名|顧客名|担当者|ご担当者|ご契約者名|契約者|宛名|担当者名|患者名|名前|氏名|ご氏名|이름|성명|성함|고객명|고객 이름|수신인|받는 사람|받는분|예금주|환자명|직원명|예약자|الاسم|الاسم الكامل|اسم العميل|اسم المريض|نام|שם|שם מלא"
                        + "|नाम|पूरा नाम|ชื่อ|ชื่อ-นามสกุล");
        add(
                Kind.NAME,
                "меня зовут|мене звати|моё имя|мое имя|моя фамилия|его зовут|её зовут|ее зовут|казвам се|с уважением|з повагою"
                        + "|г-н|г-жа|господин|госпожа|με λένε|ονομάζομαι|το όνομά μου είναι|με εκτίμηση|我叫|我的名字是|我的名字叫|他叫|她叫"
                        + "|私の名前は|제 이름은|내 이름은|اسمي|إسمي|نام من|שמי|קוראים לי|मेरा नाम|ผมชื่อ|ดิฉันชื่อ|ฉันชื่อ");
        add(Kind.JAPANESE_NAME, "名前は|氏名は|名前が|お名前は|ご氏名は|私は");
        add(
                Kind.FULL_NAME,
                "это|звонила|звонил|позвонила|позвонил|обратилась|обратился|пишет|писала|писал|дзвонила|дзвонив|телефонувала|телефонував|уважаемый|уважаемая|здравствуйте|привет|від|от|είμαι ο|είμαι η|αγαπητέ|αγαπητή|我是|저는|السيد|السيدة|أنا");
        add(
                Kind.BIRTH,
                "родился|родилась|день рождения|день народження|народився|народилася|γεννήθηκα|γεννήθηκε|γενέθλια|مواليد|ولد في|ولدت في|יום הולדת|נולד|נולדה"
                        + "|출생일|생일|출생|出生于|出生於|出生|誕生日|जन्मदिन|"
                        + "дата рождения|дата_рождения|дата народження|дата_народження|ημερομηνία γέννησης|出生日期|生日|生年月日|생년월일|تاريخ الميلاد|תאריך לידה|जन्म तिथि|जन्मतिथि|วันเกิด|เกิดวันที่|เกิดเมื่อ|เกิดเมื่อวันที่|วันเดือนปีเกิด");
        add(
                Kind.ADDRESS,
                "адрес|адрес доставки|домашний адрес|адреса|διεύθυνση|地址|住址|住所|ご住所|주소|العنوان|כתובת|पता|ที่อยู่");
        add(
                Kind.SECRET,
                "пароль|парола|лозинка|κωδικός πρόσβασης|κωδικός|密码|密碼|口令|パスワード|暗証番号|비밀번호|암호|패스워드|كلمة المرور|كلمة السر"
                        + "|סיסמה|הסיסמה|סיסמא|पासवर्ड|รหัสผ่าน");
        add(
                Kind.DOCUMENT,
                "护照|護照|护照号|护照号码|護照號碼|パスポート|パスポート番号|旅券番号|여권|여권번호|여권 번호|паспорт|номер паспорта|загранпаспорт"
                        + "|جواز السفر|رقم الجواز|דרכון|מספר דרכון");
        add(Kind.STREET, "ул.|улица|ул|проспект|пр-т|переулок|бульвар|вул.|вулиця|площадь|οδός|λεωφόρος");
    }

    /** The cues that begin with a char, by the char. */
    private static final Cue[][] BY_FIRST = new Cue[Character.MAX_VALUE + 1][];

    static {
        for (Cue cue : ALL) {
            char first = cue.words().charAt(0);
            Cue[] before = BY_FIRST[first] == null ? new Cue[0] : BY_FIRST[first];
            Cue[] more = Arrays.copyOf(before, before.length + 1);
            more[before.length] = cue;
            // The longest first: "full name" before "name".
            Arrays.sort(
                    more, (one, other) -> other.words().length() - one.words().length());
            BY_FIRST[first] = more;
        }
    }

    private static final Cue[] NONE = {};

    private NativeCues() {}

    private static void add(Kind kind, String words) {
        Phrases.of(words).forEach(each -> ALL.add(new Cue(each, kind)));
    }

    /** Those that can begin with a small letter or a sign, the longest first. */
    static Cue[] beginning(char first) {
        Cue[] some = BY_FIRST[first];
        return some == null ? NONE : some;
    }
}
