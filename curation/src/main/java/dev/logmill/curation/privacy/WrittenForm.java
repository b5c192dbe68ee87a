package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Letters;

/** How a placeholder is written where an identifier stood, so that what it stands in stays well formed. */
enum WrittenForm {
    PLAIN {
        @Override
        String of(String placeholder) {
            return placeholder;
        }
    },
    PERCENT_ENCODED {
        @Override
        String of(String placeholder) {
            return placeholder.replace("<", "%3C").replace(">", "%3E");
        }
    },
    CHARACTER_REFERENCES {
        @Override
        String of(String placeholder) {
            return placeholder.replace("<", "&lt;").replace(">", "&gt;");
        }
    };

    abstract String of(String placeholder);

    /** The form that an identifier is written in. */
    static WrittenForm of(String text, int start, int end) {
        boolean reference = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < end && Letters.isHex(text.charAt(i + 1)) && Letters.isHex(text.charAt(i + 2))) {
                return PERCENT_ENCODED;
            }
            reference |= c == '&';
            if (c == ';' && reference) {
                return CHARACTER_REFERENCES;
            }
        }
        return PLAIN;
    }
}
