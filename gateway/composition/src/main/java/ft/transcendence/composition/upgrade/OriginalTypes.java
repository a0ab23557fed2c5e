package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The object types and interfaces of all subgraphs as they were before the upgrade, which changes them one subgraph after the other. */
final class OriginalTypes {
    private final Map<String, List<OriginalType>> byName = new HashMap<>();
    private final Map<String, SubgraphFacts> facts = new HashMap<>();

    /**
     * A type in one subgraph.
     *
     * @param hasBase whether the subgraph defines it, instead of only extending it
     * @param keyFields the type's own fields in its first key
     * @param resolvedFields the fields that the subgraph resolves, if only on some paths
     * @param tags the arguments of the tags of each field that is not external
     */
    record OriginalType(
            String subgraph,
            boolean hasBase,
            Set<String> keyFields,
            Set<String> resolvedFields,
            Map<String, Set<Map<String, Literal>>> tags) {

        boolean hasTag(String field, Map<String, Literal> arguments) {
            return tags.getOrDefault(field, Set.of()).contains(arguments);
        }
    }

    private OriginalTypes() {}

    static OriginalTypes of(List<Subgraph> subgraphs) {
        OriginalTypes types = new OriginalTypes();
        subgraphs.forEach(types::add);
        return types;
    }

    /** The facts of a subgraph's original schema. Those that depend on a directive of an element change with it. */
    SubgraphFacts facts(Subgraph subgraph) {
        return Objects.requireNonNull(facts.get(subgraph.name()));
    }

    /** The type in the other subgraphs. */
    List<OriginalType> others(Subgraph subgraph, String type) {
        return byName.getOrDefault(type, List.of()).stream()
                .filter(original -> !original.subgraph().equals(subgraph.name()))
                .toList();
    }

    private void add(Subgraph subgraph) {
        SubgraphFacts subgraphFacts = SubgraphFacts.of(subgraph);
        facts.put(subgraph.name(), subgraphFacts);
        for (NamedType type : subgraph.schema().types().values()) {
            if (type.kind() == TypeKind.OBJECT || type.kind() == TypeKind.INTERFACE) {
                byName.computeIfAbsent(type.name(), ignored -> new ArrayList<>())
                        .add(original(subgraph, subgraphFacts, type));
            }
        }
    }

    private static OriginalType original(Subgraph subgraph, SubgraphFacts facts, NamedType type) {
        Set<String> resolved = new HashSet<>();
        Map<String, Set<Map<String, Literal>>> tags = new HashMap<>();
        for (Field field : type.fields().values()) {
            if (!facts.isFullyExternal(field)) {
                resolved.add(field.name());
            }
            if (!field.has(KnownDirective.EXTERNAL)) {
                field.uses(KnownDirective.TAG)
                        .forEach(use -> tags.computeIfAbsent(field.name(), ignored -> new HashSet<>())
                                .add(use.arguments()));
            }
        }
        return new OriginalType(subgraph.name(), TypeExtensions.hasBase(type), keyFields(facts, type), resolved, tags);
    }

    private static Set<String> keyFields(SubgraphFacts facts, NamedType type) {
        Set<String> fields = new LinkedHashSet<>();
        for (DirectiveUse key : type.uses(KnownDirective.KEY).limit(1).toList()) {
            facts.selection(type, key).ifPresent(selection -> selection.visited().stream()
                    .filter(field -> field.parent() == type)
                    .forEach(field -> fields.add(field.name())));
        }
        return fields;
    }
}
