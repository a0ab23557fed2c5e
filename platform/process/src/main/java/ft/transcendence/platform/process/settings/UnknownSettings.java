package ft.transcendence.platform.process.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds settings that nothing reads. Files and arguments belong to the application alone, so everything in them must be known to it
 * or to one of its libraries. The environment and system properties belong to others too: there, names must be known that begin
 * like our settings ({@code gateway}, {@code GATEWAY_}), or that differ from one of ours by a slip of the finger. In another team's
 * application the same holds for files and arguments; {@value #FOREIGN} says that this is one.
 */
final class UnknownSettings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

    /** Tells a gateway where a subgraph is. Where both share an environment, it has the prefix of the subgraphs' own settings. */
    private static final Pattern ADDRESS_OF_A_SUBGRAPH = Pattern.compile("SUBGRAPH_.+_URL");

    /** Variables that Kubernetes sets in every container for services whose names start like our settings. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*_SERVICE_(HOST|PORT(_.+)?)|.*_PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    /** Whether files and arguments have settings of others too. */
    static final String FOREIGN = "ft.transcendence.settings.foreign";

    /** Shorter names of variables are like too many others. */
    private static final int SHORTEST_OF_A_SLIP = 8;

    private final ConfigurableEnvironment environment;
    private final KnownSettings known;
    private final boolean foreign;
    private final Set<String> referred;
    private @Nullable Set<ConfigurationPropertyName> mentioned;
    private @Nullable LibrarySettings libraries;

    UnknownSettings(ConfigurableEnvironment environment, KnownSettings known) {
        this.environment = environment;
        this.known = known;
        this.foreign = environment.getProperty(FOREIGN, Boolean.class, false);
        this.referred = referredVariables();
    }

    List<SettingProblem> find() {
        List<SettingProblem> problems = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            switch (source) {
                case SystemEnvironmentPropertySource variables -> problems.addAll(unknownVariables(variables));
                case CommandLinePropertySource<?> arguments
                when !foreign -> {
                    problems.addAll(unknownProperties(arguments, this::isKnown));
                    problems.addAll(stray(arguments));
                }
                case EnumerablePropertySource<?> properties ->
                    problems.addAll(unknownProperties(
                            properties, isOursAlone(properties) ? this::isKnown : this::isKnownOrForeign));
                default -> {
                    // its names cannot be listed
                }
            }
        }
        return problems;
    }

    private List<SettingProblem> unknownProperties(EnumerablePropertySource<?> source, Predicate<String> accepted) {
        return Arrays.stream(source.getPropertyNames())
                .filter(name -> !accepted.test(name))
                .map(name -> SettingProblem.unknown(name, originOf(source, name), suggestionFor(name)))
                .toList();
    }

    private static String originOf(EnumerablePropertySource<?> source, String name) {
        if (source instanceof CommandLinePropertySource) {
            return SettingOrigin.COMMAND_LINE;
        }
        Origin origin = OriginLookup.getOrigin(source, name);
        return origin == null ? source.getName() : SettingOrigin.describe(origin);
    }

    private static List<SettingProblem> stray(CommandLinePropertySource<?> arguments) {
        String stray = arguments.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);
        return stray == null || stray.isEmpty()
                ? List.of()
                : List.of(new SettingProblem(
                        stray, null, SettingOrigin.COMMAND_LINE, "not an option; settings look like --name=value"));
    }

    /** Whether the application or a library knows a setting that nobody else could have meant. */
    private boolean isKnown(String raw) {
        if (referred.contains(raw) || ADDRESS_OF_A_SUBGRAPH.matcher(raw).matches()) {
            return true;
        }
        ConfigurationPropertyName name = nameOf(raw);
        return known.contains(elements(name))
                || mentionedByOurFiles().contains(name)
                || (!isOurs(name) && librarySettings().contains(name));
    }

    /** Whether the setting is known, or not ours. */
    private boolean isKnownOrForeign(String raw) {
        ConfigurationPropertyName name = nameOf(raw);
        List<String> elements = elements(name);
        if (elements.size() < 2) {
            return true;
        }
        // most names are far from ours, and a look into all of ours takes longer than one at their roots
        return isOurs(name)
                ? known.contains(elements)
                : rootsLike(elements.getFirst()).noneMatch(root -> known.contains(withRoot(elements, root)));
    }

    private boolean isOurs(ConfigurationPropertyName name) {
        return name.getNumberOfElements() > 1 && known.roots().contains(name.getElement(0, Form.UNIFORM));
    }

    private Optional<String> suggestionFor(String raw) {
        return Spelling.nearest(raw, referred.stream())
                .or(() -> known.like(raw))
                .or(() -> librarySettings().like(raw));
    }

    private List<SettingProblem> unknownVariables(SystemEnvironmentPropertySource source) {
        return Arrays.stream(source.getPropertyNames())
                .filter(name -> !referred.contains(name)
                        && !SERVICE_LINK.matcher(name).matches()
                        && !ADDRESS_OF_A_SUBGRAPH.matcher(name).matches())
                .filter(name -> known.roots().contains(rootOf(name)) ? !known.containsVariable(name) : isSlip(name))
                .sorted()
                .map(name -> SettingProblem.unknown(name, SettingOrigin.ENVIRONMENT, variableLike(name)))
                .toList();
    }

    /** Whether the variable of another root would be one of ours but for one letter. */
    private boolean isSlip(String variable) {
        String root = rootOf(variable);
        return rootsLike(root).anyMatch(like -> known.containsVariable(like + variable.substring(root.length())))
                || (!foreign
                        && variable.length() >= SHORTEST_OF_A_SLIP
                        && referred.stream().anyMatch(each -> Spelling.isSlip(variable, each)));
    }

    private Optional<String> variableLike(String variable) {
        return Spelling.nearest(variable, referred.stream()).or(() -> known.variableLike(variable));
    }

    private Stream<String> rootsLike(String root) {
        return known.roots().stream().filter(each -> Spelling.isSlip(root, each));
    }

    private static List<String> withRoot(List<String> elements, String root) {
        List<String> replaced = new ArrayList<>(elements);
        replaced.set(0, root);
        return replaced;
    }

    private static String rootOf(String variable) {
        int end = variable.indexOf('_');
        return end < 0 ? "" : variable.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Variables that the settings' values refer to. */
    private Set<String> referredVariables() {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> properties) {
                for (String name : properties.getPropertyNames()) {
                    Matcher placeholder = PLACEHOLDER.matcher(String.valueOf(properties.getProperty(name)));
                    while (placeholder.find()) {
                        names.add(placeholder.group(1));
                    }
                }
            }
        }
        return names;
    }

    /** What the files in the application's jar set needs no look into the libraries. */
    private Set<ConfigurationPropertyName> mentionedByOurFiles() {
        if (mentioned == null) {
            mentioned = new HashSet<>();
            for (PropertySource<?> source : environment.getPropertySources()) {
                if (source instanceof EnumerablePropertySource<?> properties && isBuiltIn(properties)) {
                    for (String name : properties.getPropertyNames()) {
                        mentioned.add(nameOf(name));
                    }
                }
            }
        }
        return mentioned;
    }

    private LibrarySettings librarySettings() {
        if (libraries == null) {
            libraries = LibrarySettings.read(LibrarySettings.class.getClassLoader());
        }
        return libraries;
    }

    private boolean isOursAlone(EnumerablePropertySource<?> source) {
        return !foreign && SettingOrigin.isFile(firstOrigin(source));
    }

    private static boolean isBuiltIn(EnumerablePropertySource<?> source) {
        return SettingOrigin.isBuiltIn(firstOrigin(source));
    }

    /** All settings of a file have the same file as their origin. */
    private static @Nullable Origin firstOrigin(EnumerablePropertySource<?> source) {
        return source instanceof OriginLookup<?> && source.getPropertyNames().length > 0
                ? OriginLookup.getOrigin(source, source.getPropertyNames()[0])
                : null;
    }

    private static ConfigurationPropertyName nameOf(String raw) {
        return ConfigurationPropertyName.adapt(raw, '.');
    }

    private static List<String> elements(ConfigurationPropertyName name) {
        return IntStream.range(0, name.getNumberOfElements())
                .mapToObj(index -> name.getElement(index, Form.UNIFORM))
                .toList();
    }
}
