package ft.transcendence.platform.process.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The values that a setting accepts, from its type and its constraints.
 *
 * @param least the smallest value; null if there is no bound
 * @param most the largest value; null if there is no bound
 * @param required whether an empty value is refused
 * @param choices all values, if there are few
 */
public record AllowedValues(
        Kind kind, @Nullable String least, @Nullable String most, boolean required, List<String> choices) {
    /** What a value is. */
    public enum Kind {
        FLAG("true or false"),
        NUMBER("a whole number"),
        DECIMAL("a number"),
        DURATION("a duration such as 500ms, 10s or 1h"),
        SIZE("a size such as 512KB or 4MB"),
        ADDRESS("an address such as http://localhost:4001/graphql"),
        PATH("the path of a file"),
        CHOICE("one of"),
        TEXT("a text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(boolean.class, Kind.FLAG),
            Map.entry(Boolean.class, Kind.FLAG),
            Map.entry(int.class, Kind.NUMBER),
            Map.entry(Integer.class, Kind.NUMBER),
            Map.entry(long.class, Kind.NUMBER),
            Map.entry(Long.class, Kind.NUMBER),
            Map.entry(double.class, Kind.DECIMAL),
            Map.entry(Double.class, Kind.DECIMAL),
            Map.entry(Duration.class, Kind.DURATION),
            Map.entry(DataSize.class, Kind.SIZE),
            Map.entry(URI.class, Kind.ADDRESS),
            Map.entry(Path.class, Kind.PATH));

    /**
     * @param type of a single value: a list's is that of its elements
     * @param constraints what carries the constraints
     */
    public static AllowedValues of(Class<?> type, AnnotatedElement constraints) {
        Kind kind = type.isEnum() ? Kind.CHOICE : KINDS.getOrDefault(type, Kind.TEXT);
        return new AllowedValues(
                kind,
                least(constraints),
                most(constraints),
                constraints.isAnnotationPresent(NotBlank.class) || constraints.isAnnotationPresent(NotEmpty.class),
                choices(type));
    }

    private static List<String> choices(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        .toList();
    }

    private static @Nullable String least(AnnotatedElement element) {
        return first(
                bound(element, Positive.class, constraint -> "1"),
                bound(element, PositiveOrZero.class, constraint -> "0"),
                bound(element, Min.class, constraint -> Long.toString(constraint.value())),
                bound(element, DurationMin.class, AllowedValues::shortest));
    }

    private static @Nullable String most(AnnotatedElement element) {
        return first(
                bound(element, Max.class, constraint -> Long.toString(constraint.value())),
                bound(element, DurationMax.class, AllowedValues::longest));
    }

    private static <A extends Annotation> @Nullable String bound(
            AnnotatedElement element, Class<A> constraint, Function<A, String> value) {
        A present = element.getAnnotation(constraint);
        return present == null ? null : value.apply(present);
    }

    private static @Nullable String first(@Nullable String... bounds) {
        for (String bound : bounds) {
            if (bound != null) {
                return bound;
            }
        }
        return null;
    }

    private static String shortest(DurationMin bound) {
        return text(Duration.ofDays(bound.days())
                .plusHours(bound.hours())
                .plusMinutes(bound.minutes())
                .plusSeconds(bound.seconds())
                .plusMillis(bound.millis()));
    }

    private static String longest(DurationMax bound) {
        return text(Duration.ofDays(bound.days())
                .plusHours(bound.hours())
                .plusMinutes(bound.minutes())
                .plusSeconds(bound.seconds())
                .plusMillis(bound.millis()));
    }

    /** As in a setting, in the largest unit without a fraction. */
    private static String text(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0) {
            return duration.toSeconds() + "s";
        }
        return duration.toMinutesPart() != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
    }

    /** As in "must be …". */
    public String describe() {
        StringBuilder text = new StringBuilder(kind.words);
        if (kind == Kind.CHOICE) {
            text.append(' ').append(String.join(", ", choices));
        }
        if (least != null && most != null) {
            text.append(", from ").append(least).append(" to ").append(most);
        } else if (least != null) {
            text.append(", at least ").append(least);
        } else if (most != null) {
            text.append(", at most ").append(most);
        }
        return required ? text.append(", not empty").toString() : text.toString();
    }
}
