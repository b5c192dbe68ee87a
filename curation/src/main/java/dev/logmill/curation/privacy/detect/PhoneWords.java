package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words that say of a number what it is, in small letters: a phone, somebody's number, or the number of something else. */
final class PhoneWords {
    /** Whatever they are said of is a phone, or is done with one. */
    static final Set<String> PHONE = Phrases.of(
            "phone|phones|telephone|tel|texted|texting|dialed|dialled|phoned|call|calling|mobile|mob|cell|cellphone|fax|whatsapp|whats|wasap|wpp|imessage|facetime|sms|dial|ring|landline|hotline|voicemail|emergencia|urgence|notfallkontakt|noodcontact"
                    + "|movil|móvil|celular|telefono|cellulare|ruf|rufen|anrufen|rückruf|handy|mobil|telefon|téléphone|teléfono|fono|cel|tfno|tlfno"
                    + "|telefonnummer|handynummer|mobilnummer|rufnummer|telefoonnummer|telefoon|mobielnummer|mobiel|bel|bellen|bereikbaar|dzwonić|zadzwonić|zadzwoń"
                    + "|tél|handynr|mobilfunknummer|telefonnr|festnetz|festnetznummer|durchwahl|telefonu|telefone|telemóvel|telemovel|zap|ligar|ligue|chiamare|chiami|chiamami"
                    + "|appeler|appelez|joignable|erreichbar|contacto|contatto|phn|gsm|llamar|llame|llámame|llamame"
                    + "|tlf|telnr|mobilnr|mobiltelefon|telefonen|mobilen|puh|puhelin|puhelinnumero|puhelimeni|puhelinnumeroni|komórka|komórkę|komórkowy|telefonszám|telefonszámom|mobilom"
                    + "|telefonum|telefonumu|telefonul|mobilul|telepon|telp|nohp|sđt|thoại"
                    + "|телефон|телефона|телефону|тел|моб|мобильный|мобильного|сотовый|звоните|позвоните|перезвоните|наберите|ватсап|вотсап|мобільний|телефонуйте"
                    + "|τηλέφωνο|τηλέφωνό|τηλεφωνο|τηλ|κινητό|κινητο|טלפון|הטלפון|נייד|הנייד|תתקשר|תתקשרי|תתקשרו|התקשר|התקשרי|התקשרו|להתקשר|חייג|חייגו|وتساب|واتساب|واتس|هاتف|هاتفي|الهاتف|جوال|جوالي|الجوال|موبايل|الموبايل|موبايلي|تلفون|تلفوني|اتصل|اتصلوا"
                    + "|फोन|फ़ोन|मोबाइल|โทร|เบอร์โทร");

    /** The number of whom the next list names is a phone. */
    static final Set<String> NUMBERS = Phrases.of(
            "number|nummer|numero|número|numéro|numer|numerem|nr|nummeret|numret|numărul|numarul|nomor|numaram"
                    + "|numaramız|numeroni|číslo|cislo|szám|számom|номер|номером|номеру|رقم|رقمي|رقمى|αριθμός|המספר|नंबर|नम्बर|번호는|번호|번호가|เบอร์");

    /** Numbers of these are whose they say. */
    static final Set<String> OWN_NUMBERS = Set.of("numaram", "numaramız", "numeroni", "számom", "رقمي", "رقمى");

    static final Set<String> WHOSE = Phrases.of(
            "my|your|his|her|their|our|contact|mein|meine|meiner|deine|ihre|seine|unsere|mi|tu|su|nuestro|mio|mia|tuo|suo|nostro"
                    + "|mon|ton|son|votre|notre|mijn|jouw|uw|onze|zijn|haar|mitt|min|mit|ditt|hans|hennes|mój|moj|twój|jego|jej|meu|minha|seu"
                    + "|nosso|meul|mea|moje|naše|benim|saya|kami|мой|моего|наш|ваш|её|мій|μου|שלי|मेरा|mera|mero|hamara|हमारा|제|내|저의|우리|ของ");

    /** What a sentence has between a number and what it is called. */
    static final Set<String> LINKS = Phrases.of(
            "is|was|s|ist|war|lautet|est|es|e|è|é|är|er|to|jest|on|este|je|là|adalah|the|die|der|das|el|il|le|la|o|c|het|de|hai|yra|są");

    /** Behind a number and a word that links: those that say that one is called. */
    static final Set<String> REACHED = Set.of(
            "office",
            "fax",
            "mobile",
            "cell",
            "phone",
            "tel",
            "home",
            "handy",
            "erreichbar",
            "bereikbaar",
            "joignable",
            "bellen",
            "anrufen",
            "mobil",
            "whatsapp");

    /** The number of one of these is no phone. */
    static final Set<String> OTHER =
            Phrases.of("order|orders|item|items|id|ids|invoice|tracking|ticket|case|card|account|reservation"
                    + "|booking|confirmation|product|sku|ref|reference|transaction|iban|ssn|zip|date|version"
                    + "|job|process|pid|timestamp|approximately|about|sin|tfn|nino|passport|licence|license|mrn|npi|imei|vin|pin"
                    + "|policy|member|otp|passcode|routing|sort|bsb|kontonummer|serial|isbn|issn|ean|upc"
                    + "|bestellung|bestellnummer|rechnung|rechnungsnummer|kundennummer|auftrag|auftragsnummer|artikelnummer|vorgangsnummer|sendung|sendungsnummer|ausweis"
                    + "|pedido|factura|cuenta|dni|documento|commande|facture|compte|client|ordine|fattura|conto|encomenda|fatura|conta"
                    + "|bestelling|factuur|klantnummer|zamówienia|zamówienie|faktura|faktury|beställning|ordernummer|kundnummer|tilaus|sipariş|objednávka|comanda|pesanan"
                    + "|заказ|заказа|счет|счета|договора|طلب|الطلب|فاتورة|حساب|주문|주문번호|계좌|계좌번호");

    /** In scripts that no space parts words in, a part of what stands before. */
    static final List<String> WITHIN = List.of(
            "电话", "電話", "手机", "手機", "座机", "携帯", "ケータイ", "スマホ", "전화", "휴대폰", "핸드폰", "연락처", "联系方式", "联系我", "聯絡", "连絡先",
            "連絡先", "回电", "致电", "拨打", "请打", "打给", "电联", "同号", "我的号码", "我的號碼", "私の番号", "僕の番号", "俺の番号", "โทร", "เบอร์");

    /** The same of other numbers. */
    static final List<String> OTHER_WITHIN =
            List.of("订单", "訂單", "单号", "單號", "快递", "注文", "주문", "会員", "会员", "身份证", "账号", "帳號", "口座");

    /** The same of what stands right behind. */
    static final List<String> BEHIND_WITHIN = List.of(
            "是我的手机", "是我的电话", "是我的号码", "是我手机", "是我电话", "是我的手機", "是我的電話", "が私の番号", "が携帯", "が電話番号", "로 전화", "으로 전화",
            "로 연락", "으로 연락", "로 문자", "번으로 전화");

    private static final Set<String> LABELS = Phrases.of(
            "phone|phones|telephone|tel|mobile|mob|cell|cellphone|fax|whatsapp|sms|msisdn|telefon"
                    + "|phonenumber|phonenumbers|mobilenumber|handy|handynummer|mobil|mobilnummer|mobiltelefon|telefonnummer|rufnummer|festnetz|telefono|teléfono|movil|móvil|celular|cellulare|telefone|telemovel"
                    + "|telefoon|telefoonnummer|mobiel|gsm|téléphone|tlf|telnr|komorka|puhelin|puhelinnumero|telefonszam|telefonszám|telepon|nohp|landline|phoneno|telno|telnumber|mobileno|hp"
                    + "|电话|電話|手机|手機|手机号|手机号码|电话号码|電話番号|携帯|携帯番号|联系电话|전화|전화번호|휴대폰|휴대전화|핸드폰|연락처|телефон|мобильный|هاتف|الهاتف|جوال|الجوال|טלפון|नंबर");

    /** Keys whose words say less than the whole. */
    private static final Set<String> WHOLE_LABELS = Set.of(
            "waid", "contactno", "contactnumber", "contactnumbers", "contactnum", "contatto", "numtel", "callerid");

    private static final Set<String> NO_LABELS =
            Set.of("id", "ids", "model", "price", "at", "time", "timestamp", "count", "size");

    private PhoneWords() {}

    /** Whether the words of a JSON key say that a phone stands under it: {@code phone}, {@code mobileNumber}, {@code home_tel}. */
    static boolean isLabel(String[] words) {
        boolean phone = WHOLE_LABELS.contains(String.join("", words).toLowerCase(Locale.ROOT));
        for (String word : words) {
            String said = word.toLowerCase(Locale.ROOT);
            if (!phone && NO_LABELS.contains(said)) {
                return false;
            }
        }
        for (String word : words) {
            String said = word.toLowerCase(Locale.ROOT);
            phone |= LABELS.contains(said) || KeyEnd.isPhone(said);
        }
        return phone;
    }

    /** Whether a char belongs to a word: in some scripts vowels are marks upon letters. */
    static boolean isLetter(char c) {
        return Character.isLetter(c) || (c > '\u02ff' && isMark(c));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
