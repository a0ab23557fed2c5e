package ft.transcendence.gateway.reload;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * Settings as the configuration file has them now. Reading them costs a volatile read, so they are read once per request or
 * connection; what is derived from them is renewed by a listener.
 */
public final class Reloadable<T extends Record> implements Supplier<T> {
    private final Class<T> type;
    private final String prefix;
    private final Set<String> names;
    private final List<Consumer<T>> checks = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile T current;

    private Reloadable(Class<T> type, T initial, Set<String> names) {
        this.type = type;
        this.prefix = type.getAnnotation(ConfigurationProperties.class).prefix() + ".";
        this.names = Set.copyOf(names);
        this.current = initial;
    }

    /** Settings that can all change. */
    public static <T extends Record> Reloadable<T> all(Class<T> type, T initial) {
        return new Reloadable<>(
                type,
                initial,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> DataObjectPropertyName.toDashedForm(component.getName()))
                        .collect(Collectors.toSet()));
    }

    /** Settings of which only those with these names can change; the others are read at the start alone. */
    public static <T extends Record> Reloadable<T> only(Class<T> type, T initial, String... names) {
        return new Reloadable<>(type, initial, Set.of(names));
    }

    @Override
    public T get() {
        return current;
    }

    /** Lets the check refuse settings, before any is changed, by throwing an {@link IllegalArgumentException}. */
    public Reloadable<T> checkedBy(Consumer<T> check) {
        checks.add(check);
        return this;
    }

    /** Calls the listener after each change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether a change of this setting has an effect without a restart. */
    public boolean covers(String setting) {
        if (!setting.startsWith(prefix)) {
            return false;
        }
        String name = setting.substring(prefix.length());
        return names.contains(name.split("[.\\[]", 2)[0]);
    }

    /**
     * Reads the settings anew and returns what puts them into effect; empty if they are the same.
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    public Optional<Runnable> changeTo(Binder settings) {
        T changed = settings.bindOrCreate(prefix.substring(0, prefix.length() - 1), type);
        if (changed.equals(current)) {
            return Optional.empty();
        }
        checks.forEach(check -> check.accept(changed));
        return Optional.of(() -> change(changed));
    }

    private void change(T changed) {
        current = changed;
        listeners.forEach(Runnable::run);
    }
}
