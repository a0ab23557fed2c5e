package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where access rules apply beyond the elements they stand on: those of object types and their fields apply to the interfaces too, as an interface gives
 * access to its objects; those of an interface object's fields apply to the fields of all implementations.
 */
final class AccessRuleSources {
    static final List<KnownDirective> DIRECTIVES =
            List.of(KnownDirective.AUTHENTICATED, KnownDirective.REQUIRES_SCOPES, KnownDirective.POLICY);

    private final Map<Target, List<Element>> sources = new HashMap<>();
    private final Map<String, Set<String>> interfacesOf = new HashMap<>();
    private final Map<String, Set<String>> implementationsOf = new HashMap<>();

    private record Target(String coordinate, KnownDirective directive) {}

    private AccessRuleSources() {}

    /** Needs the interfaces of the supergraph's types. */
    static AccessRuleSources of(MergeState state) {
        AccessRuleSources sources = new AccessRuleSources();
        for (NamedType type : state.supergraph().types().values()) {
            if (type.kind() == TypeKind.OBJECT) {
                sources.interfacesOf.put(type.name(), type.interfaces());
                type.interfaces().forEach(name -> sources.implementationsOf
                        .computeIfAbsent(name, ignored -> new LinkedHashSet<>())
                        .add(type.name()));
            }
        }
        for (int i = 0; i < state.subgraphs().size(); i++) {
            sources.subgraph(state.subgraph(i), state.facts(i));
        }
        return sources;
    }

    private void subgraph(Subgraph subgraph, SubgraphFacts facts) {
        for (NamedType type : subgraph.schema().types().values()) {
            if (type.kind() != TypeKind.OBJECT) {
                continue;
            }
            for (KnownDirective directive : DIRECTIVES) {
                if (type.has(directive)) {
                    interfaces(type.name()).forEach(name -> add(name, directive, type));
                }
                for (Field field : type.fields().values()) {
                    if (field.has(directive) && !facts.isExternal(field)) {
                        field(type, field, directive);
                    }
                }
            }
        }
    }

    private void field(NamedType type, Field field, KnownDirective directive) {
        if (!SubgraphFacts.isInterfaceObject(type)) {
            interfaces(type.name()).forEach(name -> add(name + "." + field.name(), directive, field));
            return;
        }
        Set<String> others = new LinkedHashSet<>();
        for (String implementation : implementationsOf.getOrDefault(type.name(), Set.of())) {
            add(implementation + "." + field.name(), directive, field);
            others.addAll(interfaces(implementation));
        }
        others.remove(type.name());
        others.forEach(name -> add(name + "." + field.name(), directive, field));
    }

    private Set<String> interfaces(String type) {
        return interfacesOf.getOrDefault(type, Set.of());
    }

    private void add(String coordinate, KnownDirective directive, Element source) {
        sources.computeIfAbsent(new Target(coordinate, directive), ignored -> new ArrayList<>())
                .add(source);
    }

    /** Further elements of subgraphs whose access rules apply to an element of the supergraph. */
    List<Element> of(String coordinate, KnownDirective directive) {
        return sources.getOrDefault(new Target(coordinate, directive), List.of());
    }
}
