package ft.transcendence.composition;

import ft.transcendence.composition.composer.Composer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Composes small worlds. Their subgraphs are called a, b, c, …; a schema that links nothing gets a link of federation 2.9 with all directives. */
public final class CompositionTester {
    public static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@provides", \
            "@external", "@tag", "@extends", "@shareable", "@inaccessible", "@override", "@composeDirective", "@interfaceObject", \
            "@authenticated", "@requiresScopes", "@policy", "@context", "@fromContext", "@cost", "@listSize"])
            """;

    private CompositionTester() {}

    public static CompositionResult compose(String... schemas) {
        List<SubgraphInput> inputs = new ArrayList<>();
        for (String schema : schemas) {
            String name = String.valueOf((char) ('a' + inputs.size()));
            String sdl = schema.contains("@link(") ? schema : LINK + schema;
            inputs.add(new SubgraphInput(name, "http://" + name, sdl, name + ".graphqls"));
        }
        return Composer.compose(inputs);
    }

    /** The codes of the errors, each once, sorted. */
    public static List<ErrorCode> codes(String... schemas) {
        return switch (compose(schemas)) {
            case CompositionResult.Composed ignored -> List.of();
            case CompositionResult.Refused refused ->
                refused.errors().stream()
                        .map(CompositionError::code)
                        .distinct()
                        .sorted()
                        .toList();
        };
    }

    /** The only error. */
    public static CompositionError error(String... schemas) {
        if (compose(schemas) instanceof CompositionResult.Refused refused
                && refused.errors().size() == 1) {
            return refused.errors().getFirst();
        }
        throw new AssertionError("expected one error, but got " + compose(schemas));
    }

    /** The codes of the hints, each once, sorted. */
    public static List<HintCode> hints(String... schemas) {
        return compose(schemas).hints().stream()
                .map(CompositionHint::code)
                .distinct()
                .sorted()
                .toList();
    }

    public static String supergraph(String... schemas) {
        return switch (compose(schemas)) {
            case CompositionResult.Composed composed -> composed.supergraphSdl();
            case CompositionResult.Refused refused ->
                throw new AssertionError("expected a supergraph, but got " + refused.errors());
        };
    }

    /** A definition of the supergraph on one line, for example {@code type T @join__type(graph: A) { id: ID! }}. */
    public static String definition(String start, String... schemas) {
        Matcher matcher = Pattern.compile("(?m)^" + Pattern.quote(start) + "\\b[^\\n]*(\\n[ {}][^\\n]*)*")
                .matcher(supergraph(schemas));
        if (!matcher.find()) {
            throw new AssertionError("no " + start + " in " + supergraph(schemas));
        }
        return matcher.group().replaceAll("\\s+", " ").strip();
    }
}
