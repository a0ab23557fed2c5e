package ft.transcendence.gateway.settings;

import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.Validation;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Binds and validates a properties class as Spring Boot does, without an application. */
public final class BoundSettings {
    private static final SpringValidatorAdapter VALIDATOR =
            new SpringValidatorAdapter(Validation.buildDefaultValidatorFactory().getValidator());

    private BoundSettings() {}

    /** @param settings {@code name=value}, the name without the prefix */
    public static <T> T bind(Class<T> type, String... settings) {
        String prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                .prefix();
        Map<String, String> values = Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> prefix + "." + setting[0], setting -> setting[1]));
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate(prefix, Bindable.of(type), validation());
    }

    /** It keeps the errors that it found, so each binding needs its own instance. */
    private static ValidationBindHandler validation() {
        return new ValidationBindHandler(new NoUnboundElementsBindHandler(BindHandler.DEFAULT), VALIDATOR);
    }

    /** Why the settings are refused; null when they are not. */
    public static @Nullable String refusalOf(Class<?> type, String... settings) {
        Throwable failure = catchThrowable(() -> bind(type, settings));
        while (failure != null && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure == null ? null : failure.toString();
    }
}
