package ft.transcendence.gateway.settings;

import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a configuration file into settings that remember their line. */
final class ConfigFileSource {
    static final String NAME = "configuration file";

    /** They say which files are read, so a file would come too late. */
    private static final Set<String> READ_BEFORE =
            Set.of("gateway.config.", "spring.config.", "spring.profiles.", "spring.main.");

    private ConfigFileSource() {}

    /** @throws WrongSettingsException if the file cannot be used */
    static EnumerablePropertySource<?> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw refused(file, "there is no such file");
        }
        List<PropertySource<?>> documents;
        try {
            documents = new YamlPropertySourceLoader().load(NAME, new FileSystemResource(file));
        } catch (IOException | IllegalStateException | YAMLException e) {
            throw refused(file, "it cannot be read: " + e.getMessage());
        }
        if (documents.size() > 1) {
            throw refused(file, "it must be a single YAML document");
        }
        EnumerablePropertySource<?> source = documents.isEmpty()
                ? new MapPropertySource(NAME, Map.of())
                : (EnumerablePropertySource<?>) documents.getFirst();
        refuseWhatComesTooLate(file, source);
        return source;
    }

    private static void refuseWhatComesTooLate(Path file, EnumerablePropertySource<?> source) {
        List<SettingProblem> problems = Arrays.stream(source.getPropertyNames())
                .filter(name -> READ_BEFORE.stream().anyMatch(name::startsWith))
                .map(name -> new SettingProblem(
                        name, null, file.toString(), "must be an argument or a variable: the file is read after it"))
                .toList();
        if (!problems.isEmpty()) {
            throw new WrongSettingsException(problems);
        }
    }

    private static WrongSettingsException refused(Path file, String reason) {
        return new WrongSettingsException(
                List.of(new SettingProblem("gateway.config.file = " + file, null, "the settings", reason)));
    }
}
