package ft.transcendence.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.process.settings.AllowedValues.Kind;
import ft.transcendence.platform.process.settings.KnownSetting;
import ft.transcendence.platform.process.settings.KnownSettings;
import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.SettingsCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

/** All settings of the gateway: each name with some of its letters changed, one at a time, and each with a wrong value. */
class MisspeltSettingsTests {
    private static final List<Class<?>> RECORDS = GatewayRecords.all();
    private static final List<KnownSetting> SETTINGS = KnownSettings.of(RECORDS).all();
    private static final int STEP = 7;
    private static final Map<Kind, String> WRONG_VALUES = Map.of(
            Kind.FLAG, "perhaps",
            Kind.NUMBER, "many",
            Kind.DURATION, "soon",
            Kind.SIZE, "huge",
            Kind.CHOICE, "other",
            Kind.ADDRESS, "http://[");

    @Test
    void areKnownAsTheyAre() {
        assertThat(SETTINGS).hasSizeGreaterThan(60);
        assertThat(unknown(arguments(names()))).isEmpty();
        assertThat(unknown(file(names()))).isEmpty();
        assertThat(unknown(variables(names()))).isEmpty();
    }

    @Test
    void areRefusedAsArguments() {
        assertRefused(misspelt(names()), arguments(misspelt(names())));
    }

    @Test
    void areRefusedInAFile() {
        assertRefused(misspelt(names()), file(misspelt(names())));
    }

    @Test
    void areRefusedInTheEnvironment() {
        List<String> variables = variableNames(names()).stream()
                .flatMap(variable -> misspellings(variable).stream())
                // another name of a subgraph, for example
                .filter(variable -> SETTINGS.stream().noneMatch(each -> variable.matches(each.variablePattern())))
                .toList();
        Map<String, Object> values =
                variables.stream().collect(Collectors.toMap(name -> name, name -> "x", (a, b) -> a));
        assertRefused(variables, new SystemEnvironmentPropertySource("variables", values));
    }

    @Test
    void saysWhatIsAllowedForEachWrongValue() {
        Map<String, KnownSetting> wrong = new TreeMap<>();
        SETTINGS.stream()
                .filter(setting -> !setting.elements().contains(KnownSetting.ANY))
                .filter(setting -> WRONG_VALUES.containsKey(setting.values().kind()))
                .forEach(setting -> wrong.put(setting.name(), setting));
        List<String> settings = wrong.values().stream()
                .map(setting -> "--" + setting.name() + "="
                        + WRONG_VALUES.get(setting.values().kind()))
                .toList();

        List<String> problems = problems(new SimpleCommandLinePropertySource(settings.toArray(String[]::new))).stream()
                .map(SettingProblem::describe)
                .toList();

        assertThat(wrong).hasSizeGreaterThan(50);
        assertThat(problems).hasSameSizeAs(wrong.keySet());
        wrong.forEach((name, setting) -> assertThat(problems)
                .contains(name + " = " + WRONG_VALUES.get(setting.values().kind())
                        + " (from the command line): must be "
                        + setting.values().describe()));
    }

    private static void assertRefused(Collection<String> misspelt, PropertySource<?> source) {
        assertThat(misspelt).hasSizeGreaterThan(300);
        assertThat(unknown(source)).containsAll(misspelt);
    }

    private static Set<String> unknown(PropertySource<?> source) {
        return problems(source).stream()
                .filter(problem -> problem.reason().startsWith("did you mean")
                        || problem.reason().equals("there is no such setting"))
                .map(SettingProblem::name)
                .collect(Collectors.toSet());
    }

    /** With names where any are allowed. */
    private static List<String> names() {
        return SETTINGS.stream()
                .map(setting -> setting.name().replace(KnownSetting.ANY, "x"))
                .toList();
    }

    private static List<String> misspelt(List<String> names) {
        return names.stream()
                .flatMap(name -> misspellings(name).stream())
                // the name of a subgraph, a field or a position
                .filter(name -> SETTINGS.stream()
                        .noneMatch(setting ->
                                name.matches(Pattern.quote(setting.name()).replace(KnownSetting.ANY, "\\E[^.]+\\Q"))))
                .toList();
    }

    /** A name with one of its letters replaced by another one, for every seventh letter. Names begin with different ones. */
    private static List<String> misspellings(String name) {
        List<String> misspelt = new ArrayList<>();
        for (int i = name.length() % STEP; i < name.length(); i += STEP) {
            char letter = name.charAt(i);
            if (Character.isLetter(letter)) {
                char other = Character.toLowerCase(letter) == 'q' ? 'z' : 'q';
                misspelt.add(name.substring(0, i)
                        + (Character.isUpperCase(letter) ? Character.toUpperCase(other) : other)
                        + name.substring(i + 1));
            }
        }
        return misspelt;
    }

    private static List<String> variableNames(List<String> names) {
        return names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""))
                .toList();
    }

    private static PropertySource<?> arguments(List<String> names) {
        return new SimpleCommandLinePropertySource(
                names.stream().map(name -> "--" + name + "=").toArray(String[]::new));
    }

    private static PropertySource<?> file(List<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        TextResourceOrigin origin =
                new TextResourceOrigin(new FileSystemResource("router.yaml"), new TextResourceOrigin.Location(0, 0));
        names.forEach(name -> values.put(name, OriginTrackedValue.of("", origin)));
        return new OriginTrackedMapPropertySource("file", values);
    }

    private static PropertySource<?> variables(List<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        variableNames(names).forEach(name -> values.put(name, ""));
        return new SystemEnvironmentPropertySource("variables", values);
    }

    private static List<SettingProblem> problems(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(source);
        return SettingsCheck.problems(environment, RECORDS, record -> false);
    }
}
