package ft.transcendence.schemacheck.supergraph;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.EnumValueDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The subgraphs that a supergraph's {@code join__} directives name. */
final class JoinGraphs {
    private final Map<String, String> names = new HashMap<>();

    private JoinGraphs() {}

    static JoinGraphs of(Document supergraph) {
        JoinGraphs graphs = new JoinGraphs();
        for (EnumTypeDefinition type : supergraph.getDefinitionsOfType(EnumTypeDefinition.class)) {
            if (type.getName().equals("join__Graph")) {
                type.getEnumValueDefinitions().forEach(graphs::add);
            }
        }
        return graphs;
    }

    private void add(EnumValueDefinition graph) {
        for (Directive joinGraph : graph.getDirectives("join__graph")) {
            if (value(joinGraph, "name") instanceof StringValue name) {
                names.put(graph.getName(), name.getValue());
            }
        }
    }

    /** The subgraph that a directive names. */
    Optional<String> subgraph(Directive directive) {
        return value(directive, "graph") instanceof EnumValue graph
                ? Optional.of(names.getOrDefault(graph.getName(), graph.getName()))
                : Optional.empty();
    }

    /** The subgraphs that an element's directives name. */
    Set<String> subgraphs(DirectivesContainer<?> element) {
        Set<String> subgraphs = new TreeSet<>();
        element.getDirectives().stream()
                .filter(directive -> directive.getName().startsWith("join__"))
                .forEach(directive -> subgraph(directive).ifPresent(subgraphs::add));
        return subgraphs;
    }

    static @Nullable Value<?> value(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }
}
