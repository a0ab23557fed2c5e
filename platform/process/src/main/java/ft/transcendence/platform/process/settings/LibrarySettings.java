package ft.transcendence.platform.process.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;

/**
 * The settings of the libraries, such as {@code server.port}, from the metadata in their jars. They are only read when somebody
 * sets something that the application's own files do not mention.
 */
final class LibrarySettings {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** Types by name. */
    private final Map<ConfigurationPropertyName, String> types;

    private LibrarySettings(Map<ConfigurationPropertyName, String> types) {
        this.types = types;
    }

    static LibrarySettings read(ClassLoader libraries) {
        Map<ConfigurationPropertyName, String> types = new HashMap<>();
        JsonParser parser = JsonParserFactory.getJsonParser();
        try {
            for (URL file : Collections.list(libraries.getResources(METADATA))) {
                try (InputStream content = file.openStream()) {
                    Map<String, Object> read =
                            parser.parseMap(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    collect(read.get("properties"), types);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LibrarySettings(types);
    }

    private static void collect(@Nullable Object properties, Map<ConfigurationPropertyName, String> types) {
        if (properties instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> property) {
                    ConfigurationPropertyName name =
                            ConfigurationPropertyName.adapt(String.valueOf(property.get("name")), '.');
                    types.putIfAbsent(name, String.valueOf(property.get("type")));
                }
            }
        }
    }

    boolean contains(ConfigurationPropertyName name) {
        if (types.containsKey(name)) {
            return true;
        }
        // below a map, a list or an object, metadata names nothing
        for (ConfigurationPropertyName above = name.getParent(); !above.isEmpty(); above = above.getParent()) {
            String type = types.get(above);
            if (type != null) {
                return !isSingleValue(type);
            }
        }
        return false;
    }

    private static boolean isSingleValue(String type) {
        return (type.startsWith("java.")
                        && !type.startsWith("java.util.Map")
                        && !type.startsWith("java.util.List")
                        && !type.startsWith("java.util.Set")
                        && !type.startsWith("java.util.Properties"))
                || type.startsWith("org.springframework.util.unit.");
    }

    /** The setting with the most similar name, if there is one. */
    Optional<String> like(String given) {
        return Spelling.nearest(given, types.keySet().stream().map(ConfigurationPropertyName::toString));
    }
}
