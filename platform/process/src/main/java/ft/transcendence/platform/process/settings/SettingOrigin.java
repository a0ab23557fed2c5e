package ft.transcendence.platform.process.settings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Says in an operator's words where a setting comes from. */
final class SettingOrigin {
    static final String ENVIRONMENT = "the environment";
    static final String COMMAND_LINE = "the command line";

    private SettingOrigin() {}

    static String describe(@Nullable ConfigurationProperty property) {
        return property == null ? "the settings" : describe(property.getOrigin());
    }

    static String describe(@Nullable Origin origin) {
        return switch (origin) {
            case TextResourceOrigin text -> line(text);
            case SystemEnvironmentOrigin variable -> "the variable " + variable.getProperty();
            case PropertySourceOrigin source when source.getOrigin() != null -> describe(source.getOrigin());
            case PropertySourceOrigin source -> named(source);
            case null -> "the settings";
            default -> origin.toString();
        };
    }

    private static String named(PropertySourceOrigin origin) {
        return switch (origin.getPropertySource()) {
            case CommandLinePropertySource<?> _ -> COMMAND_LINE;
            case SystemEnvironmentPropertySource _ -> "the variable " + origin.getPropertyName();
            default -> origin.getPropertySource().getName();
        };
    }

    private static String line(TextResourceOrigin origin) {
        String file = nameOf(origin.getResource());
        return origin.getLocation() == null
                ? file
                : file + ", line " + (origin.getLocation().getLine() + 1);
    }

    private static String nameOf(@Nullable Resource resource) {
        if (resource == null || isBuiltIn(resource)) {
            return "the application's own " + (resource == null ? "file" : resource.getFilename());
        }
        try {
            return resource.getFile().getPath();
        } catch (IOException e) {
            return resource.getDescription();
        }
    }

    /** Whether the application brings this file with it. */
    static boolean isBuiltIn(@Nullable Origin origin) {
        return origin instanceof TextResourceOrigin text && isBuiltIn(text.getResource());
    }

    /** Whether an operator wrote this file. */
    static boolean isFile(@Nullable Origin origin) {
        return origin instanceof TextResourceOrigin text && !isBuiltIn(text.getResource());
    }

    private static boolean isBuiltIn(@Nullable Resource resource) {
        return switch (resource) {
            case ClassPathResource _ -> true;
            case null -> false;
            // how Spring Boot names a resource in its logs and origins
            default -> resource.getDescription().startsWith("class path resource");
        };
    }
}
