package dev.logmill.export.rule;

import dev.logmill.export.example.Example;
import dev.logmill.export.target.TargetFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules for rows. Their numbers stay for ever: rejections name them. */
public enum RowRules {
    V006_EXACT_NUMBERS(ExactNumbers::new),
    V007_WHOLE_TEXT(WholeText::new),
    V020_ONE_TRAINED_TURN(OneTrainedTurn::new),
    V021_KNOWN_ROLES(KnownRoles::new),
    V024_ANSWER_FOLLOWS(AnswerFollows::new),
    V025_SAYS_SOMETHING(SaysSomething::new),
    V027_NO_TEMPLATE_TOKENS(NoTemplateTokens::new),
    V040_CALLS_ANSWERED(CallsAnswered::new),
    V042_OFFERED_TOOLS(ToolsOnOffer::new),
    V043_ARGUMENTS_OBJECT(ArgumentsObject::new),
    V060_ANSWERS_DIFFER(AnswersDiffer::new),
    V061_NO_ANSWER_BEGINS_THE_OTHER(NoAnswerBeginsTheOther::new);

    @SuppressWarnings("ImmutableEnumChecker") // stateless, all of them
    private final RowRule rule;

    RowRules(Supplier<RowRule> rule) {
        this.rule = rule.get();
    }

    /** Its number and name, as rejections name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first rule that a row breaks. */
    public static Optional<Breach> breach(Row row) {
        for (RowRules each : values()) {
            Optional<String> measured = each.rule.breach(row);
            if (measured.isPresent()) {
                return Optional.of(new Breach(each.id(), measured.get()));
            }
        }
        return Optional.empty();
    }

    /** The first rule that an example breaks in one of the targets that can carry it. */
    public static Optional<Breach> breach(Example example, Collection<TargetFormat> formats) {
        for (TargetFormat format : formats) {
            if (format.target().excludes(example).isEmpty()) {
                Optional<Breach> breach = breach(
                        Row.of(format.target(), example.kind(), format.target().row(example)));
                if (breach.isPresent()) {
                    return breach;
                }
            }
        }
        return Optional.empty();
    }
}
