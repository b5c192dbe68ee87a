package dev.logmill.curation.privacy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.logmill.curation.privacy.detect.Finding;
import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.Lexicon;
import dev.logmill.curation.privacy.detect.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How else people write what was found: names in another case or joined as logins are, social security numbers with dashes or
 * without, phones without the code of their country, logins and firms in capitals, {@linkplain IdSpellings ids} and
 * {@linkplain DaySpellings days of birth}.
 */
final class OtherSpellings {
    private static final int LONGEST_CALLING_CODE = 3;
    private static final int LEAST_NATIONAL = 9;

    /** Shorter names in small letters are rather words of some language or code. */
    private static final int SHORTEST_PART = 5;

    private static final int MOST_PARTS = 4;

    private OtherSpellings() {}

    /**
     * Those of a finding besides the one it was found in.
     *
     * @param written as it stands in the text
     */
    static Collection<String> of(Finding finding, String written) {
        return switch (finding.type()) {
            case "PERSON" -> ofName(finding.value());
            case "NATIONALID" -> ofNationalId(finding.value(), written);
            case "PHONE" -> ofPhone(finding.value(), written);
            case "BIRTHDATE" -> DaySpellings.of(finding.value());
            case "VEHICLE", "PLATE", "DEVICE", "ACCOUNT" -> IdSpellings.of(written);
            case "MAC" -> IdSpellings.ofDevice(written);
            case "USERNAME" -> ofLogin(written);
            case "ORGANIZATION" -> ofFirm(written);
            default -> List.of();
        };
    }

    private static Collection<String> ofNationalId(String id, String written) {
        List<String> social = ofSocialSecurity(id);
        return social.isEmpty() ? IdSpellings.of(written) : social;
    }

    /** A login with digits is no word in any case of its letters. */
    private static List<String> ofLogin(String login) {
        boolean digit = login.chars().anyMatch(c -> Letters.isDigit((char) c));
        boolean letter = login.chars().anyMatch(Character::isLetter);
        return digit && letter && login.length() >= SHORTEST_PART
                ? List.of(login.toUpperCase(Locale.ROOT), login.toLowerCase(Locale.ROOT), capital(login))
                : List.of();
    }

    /** A firm of several words that are not all of English, in capitals and in small letters. */
    private static List<String> ofFirm(String firm) {
        List<String> parts = parts(firm.toLowerCase(Locale.ROOT));
        return parts.size() < 2 || parts.stream().allMatch(Lexicon::isEnglish)
                ? List.of()
                : List.of(firm.toUpperCase(Locale.ROOT), firm.toLowerCase(Locale.ROOT));
    }

    /** Of a full name, unless all of it is words of English: mark page may be what somebody does. */
    private static List<String> ofName(String name) {
        List<String> parts = parts(name);
        if (parts.size() > MOST_PARTS || parts.stream().allMatch(Lexicon::isEnglish)) {
            return List.of();
        }
        if (parts.size() == 1) {
            return name.length() < SHORTEST_PART ? List.of() : List.of(name, name.toUpperCase(Locale.ROOT));
        }
        String spaced = String.join(" ", parts);
        String capitals =
                String.join(" ", parts.stream().map(OtherSpellings::capital).toList());
        return List.of(
                spaced,
                spaced.toUpperCase(Locale.ROOT),
                capitals,
                capitals.replace(' ', '.'),
                String.join(".", parts),
                String.join("_", parts),
                String.join("-", parts));
    }

    private static List<String> parts(String name) {
        Words words = Words.of(name);
        List<String> parts = new ArrayList<>();
        for (int word = 0; word < words.count(); word++) {
            parts.add(name.substring(words.start(word), words.end(word)));
        }
        return parts;
    }

    private static String capital(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }

    private static List<String> ofSocialSecurity(String id) {
        String digits = id.replaceAll("[- ]", "");
        if (!digits.matches("[0-9]{9}") || !id.matches("[0-9]{9}|[0-9]{3}([- ])[0-9]{2}\\1[0-9]{4}")) {
            return List.of();
        }
        String area = digits.substring(0, 3);
        String group = digits.substring(3, 5);
        String serial = digits.substring(5);
        return List.of(digits, String.join("-", area, group, serial), String.join(" ", area, group, serial));
    }

    /** Of a number in the form of E.164: with its plus, without, and as it is dialled within its country. */
    private static List<String> ofPhone(String phone, String written) {
        if (!phone.matches("\\+[0-9]+")) {
            return List.of();
        }
        for (int end = 2; end <= 1 + LONGEST_CALLING_CODE && phone.length() - end >= LEAST_NATIONAL; end++) {
            int calling = Integer.parseInt(phone, 1, end, 10);
            if (PhoneNumberUtil.getInstance().getSupportedCallingCodes().contains(calling)) {
                String national = phone.substring(end);
                return calling == 1
                        ? List.of(phone, phone.substring(1), national)
                        : List.of(
                                phone,
                                phone.substring(1),
                                national,
                                "0" + national,
                                withoutCountry(written, phone.substring(0, end)));
            }
        }
        return List.of(phone, phone.substring(1));
    }

    /** +48 601 234 567 as it is written in its country; the same where no code of a country stands before. */
    private static String withoutCountry(String written, String code) {
        return written.startsWith(code + " ") ? written.substring(code.length() + 1) : written;
    }
}
