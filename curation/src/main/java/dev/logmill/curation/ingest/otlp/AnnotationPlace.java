package dev.logmill.curation.ingest.otlp;

import java.util.Optional;
import java.util.stream.Stream;

/** Where annotations stand among a span's attributes, and what those that stand there are about. */
enum AnnotationPlace {
    ANNOTATIONS("annotations", "annotation"),
    EVALUATIONS("evaluations", "evaluation"),
    OF_TRACE("trace.annotations", "annotation"),
    OF_SESSION("session.annotations", "annotation");

    final String list;
    final String element;

    AnnotationPlace(String list, String element) {
        this.list = list;
        this.element = element;
    }

    /** Whether an attribute of this name may begin annotations. */
    static boolean mayBegin(String attribute) {
        return Stream.of(values())
                .anyMatch(kind -> attribute.startsWith(kind.list)
                        || (kind.list.startsWith(attribute + ".") && !attribute.isEmpty()));
    }

    /** Whether there are any among attributes. */
    static boolean any(Attributes attributes) {
        for (AnnotationPlace kind : values()) {
            if (attributes.has(kind.list)) {
                return true;
            }
        }
        return false;
    }

    /** What annotations here are about, of a span's own target and its session. */
    AnnotationTarget of(AnnotationTarget span, Optional<String> session) {
        return switch (this) {
            case ANNOTATIONS, EVALUATIONS -> span;
            case OF_TRACE -> span.wholeTrace();
            case OF_SESSION -> span.session(session);
        };
    }
}
