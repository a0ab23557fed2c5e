package ft.transcendence.platform.process.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The settings that the application knows, from its {@link ConfigurationProperties} records.
 *
 * <p>A name is a list of elements, as in {@code gateway.subgraphs.named.*.url}; {@code *} stands for a map key or a list index.
 */
final class KnownSettings {
    static final String ANY = "*";

    private final List<List<String>> names;

    private KnownSettings(List<List<String>> names) {
        this.names = names;
    }

    /** @param records classes with {@link ConfigurationProperties} */
    static KnownSettings of(Collection<Class<?>> records) {
        List<List<String>> names = new ArrayList<>();
        for (Class<?> type : records) {
            String prefix = type.getAnnotation(ConfigurationProperties.class).prefix();
            collect(type, List.of(prefix.split("\\.")), names);
        }
        return new KnownSettings(List.copyOf(names));
    }

    private static void collect(Type type, List<String> name, List<List<String>> names) {
        if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                collect(
                        component.getGenericType(),
                        with(name, DataObjectPropertyName.toDashedForm(component.getName())),
                        names);
            }
            return;
        }
        if (type instanceof ParameterizedType collection) {
            Type[] arguments = collection.getActualTypeArguments();
            if (collection.getRawType() != Map.class) {
                // a list can also be one comma-separated value
                names.add(name);
            }
            collect(arguments[arguments.length - 1], with(name, ANY), names);
            return;
        }
        names.add(name);
    }

    private static List<String> with(List<String> name, String element) {
        return Stream.concat(name.stream(), Stream.of(element)).toList();
    }

    /** The first elements of the names, such as {@code gateway}. */
    Set<String> roots() {
        return names.stream().map(List::getFirst).collect(Collectors.toUnmodifiableSet());
    }

    /** @param elements of a property's name, without dashes and in lower case */
    boolean contains(List<String> elements) {
        return names.stream().anyMatch(name -> matches(name, elements));
    }

    private static boolean matches(List<String> name, List<String> elements) {
        if (name.size() != elements.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            String expected = name.get(i);
            if (!expected.equals(ANY) && !uniform(expected).equals(elements.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an environment variable sets one of the settings; dashes are omitted or written as underscores. */
    boolean containsVariable(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return names.stream().anyMatch(name -> upper.matches(variablePattern(name)));
    }

    private static String variablePattern(List<String> name) {
        return name.stream()
                .map(element -> element.equals(ANY)
                        ? ".+"
                        : element.toUpperCase(Locale.ROOT).replace("-", "_?"))
                .collect(Collectors.joining("_"));
    }

    /** The setting with the most similar name, if there is one. */
    Optional<String> like(String given) {
        return Spelling.nearest(given, names.stream().map(name -> String.join(".", name)));
    }

    /** The variable with the most similar name, if there is one. */
    Optional<String> variableLike(String given) {
        return Spelling.nearest(given, names.stream().map(name -> String.join("_", name)
                .toUpperCase(Locale.ROOT)
                .replace("-", "")));
    }

    private static String uniform(String element) {
        return element.replace("-", "");
    }
}
