package ft.transcendence.schemacheck.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${env.NAME}} and {@code ${env.NAME:-default}} as rover does, so that credentials need not stand in a file. */
record Variables(Map<String, String> environment) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([A-Za-z_]\\w*)(?::-([^}]*))?}");

    Variables {
        environment = Map.copyOf(environment);
    }

    String expand(String text, YamlNode place) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), matcher.group(2), place)));
    }

    private String value(String name, @Nullable String fallback, YamlNode place) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(fallback))
                .orElseThrow(() -> place.problem("the environment variable " + name + " is not set"));
    }
}
