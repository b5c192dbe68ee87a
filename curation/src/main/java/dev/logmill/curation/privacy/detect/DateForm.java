package dev.logmill.curation.privacy.detect;

/** How a day is written: 3/23/1940, 1940-03-23, 23. März 1940, March 23rd, 1940, 23 Mar, 19400323. */
final class DateForm {
    private static final int MOST_PARTS = 3;

    private DateForm() {}

    /** The end of the day that is written from here on; -1 where none is. A time of the day behind belongs to it. */
    static int end(String text, int start) {
        int joined = joinedEnd(text, start);
        if (joined > 0) {
            return joined;
        }
        int numbers = 0;
        int months = 0;
        int years = 0;
        int i = start;
        int end = -1;
        while (i < text.length() && numbers + months < MOST_PARTS) {
            int part = partEnd(text, i);
            if (part < 0) {
                break;
            }
            if (Letters.isDigit(text.charAt(i))) {
                numbers++;
                int digits = digitsEnd(text, i) - i;
                years += digits == 4 || (numbers == 3 && digits == 2) ? 1 : 0;
                if (digits == 3 || digits > 4) {
                    return numbers == 1 && months == 0 && digits == 8 && isCompact(text, i) ? part : -1;
                }
            } else {
                months++;
            }
            boolean day = (numbers == 3 && years >= 1) || (months == 1 && numbers >= 1);
            end = day && isWhole(text, part) ? part : end;
            i = behindMarks(text, part);
            if (i == part || i >= text.length()) {
                break;
            }
        }
        return end < 0 ? -1 : behindTime(text, end);
    }

    /** The end of a day and a month in numbers, in either order: 03/07, 24.11.; -1 where they are none or a year is behind. */
    static int dayAndMonthEnd(String text, int start) {
        int first = digitsEnd(text, start);
        int second =
                first < text.length() && "/.-".indexOf(text.charAt(first)) >= 0 ? digitsEnd(text, first + 1) : first;
        if (first == start || first > start + 2 || second - first < 2 || second - first > 3 || !isWhole(text, second)) {
            return -1;
        }
        int one = Integer.parseInt(text.substring(start, first));
        int other = Integer.parseInt(text.substring(first + 1, second));
        return Math.min(one, other) >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31 ? second : -1;
    }

    private static boolean isCompact(String text, int start) {
        String day = text.substring(start, start + 8);
        boolean yearFirst = isYear(day, 0) && CheckDigits.isDate(day, 2, 4, 6);
        return yearFirst || (isYear(day, 4) && (CheckDigits.isDate(day, 6, 2, 0) || CheckDigits.isDate(day, 6, 0, 2)));
    }

    private static boolean isYear(String text, int start) {
        return text.startsWith("19", start) || text.startsWith("20", start);
    }

    /** 14FEB1988: two digits, the short name of a month and a year; -1 where none stands here. */
    private static int joinedEnd(String text, int start) {
        int month = start + 2;
        int year = month + 3;
        boolean parted =
                digitsEnd(text, start) == month && partEnd(text, month) == year && !Letters.isDigit(text.charAt(month));
        int end = parted ? digitsEnd(text, year) : -1;
        boolean whole = parted && (end - year == 2 || end - year == 4) && isWhole(text, end);
        return whole ? end : -1;
    }

    private static boolean isWhole(String text, int end) {
        boolean time = end + 1 < text.length() && text.charAt(end) == 'T' && Letters.digitAt(text, end + 1);
        boolean goesOn = end < text.length() && ".-/".indexOf(text.charAt(end)) >= 0 && Letters.digitAt(text, end + 1);
        return time || (!Letters.wordAt(text, end) && !goesOn);
    }

    /** The end of a number or of the name of a month. */
    private static int partEnd(String text, int start) {
        int end = digitsEnd(text, start);
        if (end > start) {
            return behindOrdinal(text, end);
        }
        while (end < text.length() && Character.isLetter(text.charAt(end)) && end - start < 12) {
            end++;
        }
        return end > start && BirthDateDetector.isMonth(text.substring(start, end)) ? end : -1;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (Letters.digitAt(text, end)) {
            end++;
        }
        return end;
    }

    private static int behindOrdinal(String text, int end) {
        for (String ordinal : new String[] {"st", "nd", "rd", "th", "er", "\u00ba", "\u00aa"}) {
            if (text.startsWith(ordinal, end) && !Letters.wordAt(text, end + 2)) {
                return end + 2;
            }
        }
        return end;
    }

    /** Behind one mark, with a space behind it, or a space, with "de" or "of" behind it. */
    private static int behindMarks(String text, int from) {
        int i = from;
        if (i < text.length() && "-/.,".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        boolean link = text.startsWith("de ", i) || text.startsWith("of ", i) || text.startsWith("di ", i);
        return link ? i + 3 : i;
    }

    private static int behindTime(String text, int end) {
        boolean time = end + 5 < text.length()
                && (text.charAt(end) == ' ' || text.charAt(end) == 'T')
                && Letters.digitAt(text, end + 1)
                && Letters.digitAt(text, end + 2)
                && text.charAt(end + 3) == ':';
        if (!time) {
            return end;
        }
        int i = end + 1;
        while (i < text.length()
                && (Letters.isDigit(text.charAt(i))
                        || (":.".indexOf(text.charAt(i)) >= 0 && Letters.digitAt(text, i + 1)))) {
            i++;
        }
        return i;
    }
}
