package ft.transcendence.platform.process.settings;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A setting that the application knows.
 *
 * @param elements of its name, as in {@code gateway.subgraphs.named.*.url}; {@code *} stands for a map key or a list index
 * @param type of its value; a list, if it can be one comma-separated value
 * @param component the record component that it sets, with its constraints
 */
public record KnownSetting(List<String> elements, Type type, AnnotatedElement component) {
    public static final String ANY = "*";

    public KnownSetting {
        elements = List.copyOf(elements);
    }

    public String name() {
        return String.join(".", elements);
    }

    public AllowedValues values() {
        return AllowedValues.of(valueType(type), component);
    }

    private static Class<?> valueType(Type type) {
        return switch (type) {
            case Class<?> single -> single;
            case ParameterizedType container ->
                valueType(container.getActualTypeArguments()[container.getActualTypeArguments().length - 1]);
            case WildcardType bounded -> valueType(bounded.getUpperBounds()[0]);
            default -> String.class;
        };
    }

    /** @param given elements of a property's name, without dashes and in lower case */
    boolean matches(List<String> given) {
        if (elements.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < elements.size(); i++) {
            String expected = elements.get(i);
            if (!expected.equals(ANY) && !expected.replace("-", "").equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The names of variables that set it; dashes are omitted or written as underscores. */
    public String variablePattern() {
        return elements.stream()
                .map(element -> element.equals(ANY)
                        ? ".+"
                        : element.toUpperCase(Locale.ROOT).replace("-", "_?"))
                .collect(Collectors.joining("_"));
    }

    public String variable() {
        return String.join("_", elements).toUpperCase(Locale.ROOT).replace("-", "");
    }

    static boolean isMap(ParameterizedType container) {
        return container.getRawType() == Map.class;
    }
}
