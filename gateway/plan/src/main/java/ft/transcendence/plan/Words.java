package ft.transcendence.plan;

import ft.transcendence.federation.engine.PlanExplanation.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options whose value is one of a few words. The message for an unknown word lists the known ones. */
abstract class Words<T extends Enum<T>> implements ITypeConverter<T> {

    private final String what;
    private final List<T> known;

    private Words(String what, T[] known) {
        this.what = what;
        this.known = List.copyOf(Arrays.asList(known));
    }

    @Override
    public T convert(String typed) {
        return known.stream()
                .filter(value -> word(value).equals(typed))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no " + what + " '" + typed + "', only "
                        + String.join(", ", known.stream().map(Words::word).toList())));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The steps of planning. */
    static final class Steps extends Words<Step> {
        Steps() {
            super("step", Step.values());
        }
    }

    /** The formats of the result. */
    static final class Formats extends Words<PlanCommand.Format> {
        Formats() {
            super("format", PlanCommand.Format.values());
        }
    }
}
