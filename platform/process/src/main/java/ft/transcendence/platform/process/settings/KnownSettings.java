package ft.transcendence.platform.process.settings;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The settings that the application knows, from its {@link ConfigurationProperties} records. */
public final class KnownSettings {
    private final List<KnownSetting> settings;
    private final Set<String> roots;

    private KnownSettings(List<KnownSetting> settings) {
        this.settings = settings;
        this.roots = settings.stream().map(each -> each.elements().getFirst()).collect(Collectors.toUnmodifiableSet());
    }

    /** @param records classes with {@link ConfigurationProperties} */
    public static KnownSettings of(Collection<Class<?>> records) {
        List<KnownSetting> settings = new ArrayList<>();
        for (Class<?> type : records) {
            String prefix = type.getAnnotation(ConfigurationProperties.class).prefix();
            collect(type, type, List.of(prefix.split("\\.")), settings);
        }
        return new KnownSettings(List.copyOf(settings));
    }

    private static void collect(Type type, AnnotatedElement component, List<String> name, List<KnownSetting> settings) {
        if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent each : record.getRecordComponents()) {
                List<String> below = with(name, DataObjectPropertyName.toDashedForm(each.getName()));
                // constraints are not for record components, but for their accessors
                collect(each.getGenericType(), each.getAccessor(), below, settings);
            }
            return;
        }
        if (type instanceof ParameterizedType container) {
            Type[] arguments = container.getActualTypeArguments();
            Type element = arguments[arguments.length - 1];
            if (!KnownSetting.isMap(container) && !(element instanceof Class<?> each && each.isRecord())) {
                settings.add(new KnownSetting(name, type, component));
            }
            collect(element, component, with(name, KnownSetting.ANY), settings);
            return;
        }
        settings.add(new KnownSetting(name, type, component));
    }

    private static List<String> with(List<String> name, String element) {
        return Stream.concat(name.stream(), Stream.of(element)).toList();
    }

    public List<KnownSetting> all() {
        return settings;
    }

    /** The first elements of the names, such as {@code gateway}. */
    Set<String> roots() {
        return roots;
    }

    /** @param elements of a property's name, without dashes and in lower case */
    boolean contains(List<String> elements) {
        return settings.stream().anyMatch(setting -> setting.matches(elements));
    }

    /** The setting with this name. */
    Optional<KnownSetting> get(List<String> elements) {
        return settings.stream().filter(setting -> setting.matches(elements)).findFirst();
    }

    /** Whether an environment variable sets one of the settings. */
    boolean containsVariable(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return settings.stream().anyMatch(setting -> upper.matches(setting.variablePattern()));
    }

    /** The setting with the most similar name, if there is one. */
    Optional<String> like(String given) {
        return Spelling.nearest(given, settings.stream().map(KnownSetting::name));
    }

    /** The variable with the most similar name, if there is one. */
    Optional<String> variableLike(String given) {
        return Spelling.nearest(given, settings.stream().map(KnownSetting::variable));
    }
}
