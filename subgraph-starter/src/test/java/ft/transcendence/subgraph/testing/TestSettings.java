package ft.transcendence.subgraph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Binds and validates a properties class like an application does, to test its defaults and limits. */
public final class TestSettings<T> {

    private final Class<T> type;
    private final ApplicationContextRunner application;

    private TestSettings(Class<T> type, ApplicationContextRunner application) {
        this.type = type;
        this.application = application;
    }

    /**
     * Settings without any value.
     *
     * @param configuration a class that enables the properties class
     */
    public static <T> TestSettings<T> of(Class<T> type, Class<?> configuration) {
        return new TestSettings<>(type, new ApplicationContextRunner().withUserConfiguration(configuration));
    }

    /** These settings, with defaults from a YAML file on the classpath. */
    public TestSettings<T> withDefaults(String file) {
        return new TestSettings<>(
                type, application.withInitializer(context -> addLast(context.getEnvironment(), file)));
    }

    /** These settings, with further ones such as {@code users.login.fresh-for=5m}. */
    public TestSettings<T> with(String... settings) {
        return new TestSettings<>(type, application.withPropertyValues(settings));
    }

    /** The bound properties. Fails if they are rejected. */
    public T bind() {
        AtomicReference<@Nullable T> properties = new AtomicReference<>();
        application.run(context -> {
            assertThat(context).hasNotFailed();
            properties.set(context.getBean(type));
        });
        return Objects.requireNonNull(properties.get());
    }

    /** Fails unless these settings are accepted, but rejected with the given one. */
    public void assertRejects(String setting) {
        bind();
        with(setting).application.run(context -> assertThat(context).hasFailed());
    }

    private static void addLast(ConfigurableEnvironment environment, String file) {
        try {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
