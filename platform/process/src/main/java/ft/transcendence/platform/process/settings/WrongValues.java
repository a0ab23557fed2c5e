package ft.transcendence.platform.process.settings;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Finds all values that are not allowed, where a start would end at the first one. */
final class WrongValues {
    private final Iterable<ConfigurationPropertySource> sources;
    private final Binder binder;
    private final KnownSettings known;

    WrongValues(ConfigurableEnvironment environment, KnownSettings known) {
        this.sources = ConfigurationPropertySources.get(environment);
        this.binder = Binder.get(environment);
        this.known = known;
    }

    /** @param required the records that are in use, so that what they require must be there */
    List<SettingProblem> find(Collection<Class<?>> records, Predicate<Class<?>> required) {
        List<SettingProblem> problems = new ArrayList<>();
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            SpringValidatorAdapter validator = new SpringValidatorAdapter(validators.getValidator());
            for (Class<?> record : records) {
                List<SettingProblem> unreadable = unreadableValuesOf(record);
                problems.addAll(unreadable.isEmpty() ? refusals(record, validator, required.test(record)) : unreadable);
            }
        }
        return problems;
    }

    /** Values that cannot be converted, each bound alone. */
    private List<SettingProblem> unreadableValuesOf(Class<?> record) {
        List<SettingProblem> problems = new ArrayList<>();
        for (KnownSetting setting : KnownSettings.of(List.of(record)).all()) {
            int map = setting.elements().indexOf(KnownSetting.ANY);
            if (map < 0) {
                unreadable(setting.name(), ResolvableType.forType(setting.type()))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<SettingProblem> unreadable(String name, ResolvableType type) {
        try {
            binder.bind(name, Bindable.of(type));
            return Optional.empty();
        } catch (BindException e) {
            return Optional.of(conversionProblem(e, known));
        }
    }

    /** Why Spring cannot convert a value. */
    static SettingProblem conversionProblem(BindException failure, @Nullable KnownSettings known) {
        ConfigurationProperty property = failure.getProperty();
        ConfigurationPropertyName name = property == null ? failure.getName() : property.getName();
        String allowed = known == null
                ? null
                : known.get(elements(name))
                        .map(setting -> "must be " + setting.values().describe())
                        .orElse(null);
        String reason = rootMessage(failure);
        boolean placeholder = reason.contains("placeholder");
        return SettingProblem.wrong(
                name.toString(),
                property == null ? null : property.getValue(),
                SettingOrigin.describe(property),
                allowed == null || placeholder ? reason : allowed);
    }

    /** Values that the record refuses. */
    private List<SettingProblem> refusals(Class<?> record, SpringValidatorAdapter validator, boolean required) {
        String prefix = record.getAnnotation(ConfigurationProperties.class).prefix();
        try {
            binder.bindOrCreate(prefix, Bindable.of(record), new ValidationBindHandler(validator));
            return List.of();
        } catch (BindException e) {
            if (e.getCause() instanceof BindValidationException invalid) {
                return invalid.getValidationErrors().getAllErrors().stream()
                        .filter(error -> required || valueOf(error) != null)
                        .map(error -> refusal(prefix, error))
                        .toList();
            }
            return e.getProperty() != null
                    ? List.of(conversionProblem(e, known))
                    : List.of(objection(prefix, rootMessage(e)));
        }
    }

    private static @Nullable Object valueOf(ObjectError error) {
        Object value = error instanceof FieldError field ? field.getRejectedValue() : null;
        return "".equals(value) ? null : value;
    }

    private SettingProblem refusal(String prefix, ObjectError error) {
        String field = error instanceof FieldError of ? of.getField() : "";
        ConfigurationPropertyName name =
                ConfigurationPropertyName.adapt(prefix + "." + DataObjectPropertyName.toDashedForm(field), '.');
        ConfigurationProperty property = propertyOf(name);
        Object value = property == null ? valueOf(error) : property.getValue();
        String reason = valueOf(error) == null
                ? String.valueOf(error.getDefaultMessage())
                : known.get(elements(name))
                        .map(setting -> setting.values())
                        .filter(values -> values.least() != null || values.most() != null)
                        .map(values -> "must be " + values.describe())
                        .orElse(String.valueOf(error.getDefaultMessage()));
        return SettingProblem.wrong(name.toString(), value, SettingOrigin.describe(property), reason);
    }

    /** What a record says itself, with the setting that it names. */
    private SettingProblem objection(String prefix, String message) {
        return known.all().stream()
                .filter(setting -> Pattern.compile(Pattern.quote(setting.name()) + "(?![\\w-])")
                        .matcher(message)
                        .find())
                .map(setting -> propertyOf(ConfigurationPropertyName.of(setting.name())))
                .filter(property -> property != null)
                .findFirst()
                .map(property -> SettingProblem.wrong(
                        property.getName().toString(), property.getValue(), SettingOrigin.describe(property), message))
                .orElseGet(() -> new SettingProblem(prefix, null, "the settings", message));
    }

    private @Nullable ConfigurationProperty propertyOf(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return property;
            }
        }
        return null;
    }

    private static List<String> elements(ConfigurationPropertyName name) {
        return IntStream.range(0, name.getNumberOfElements())
                .mapToObj(index -> name.getElement(index, Form.UNIFORM))
                .toList();
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
