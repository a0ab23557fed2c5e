package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A subgraph that resolves an interface by a key knows all of its implementations; one that has it as an interface object knows none, as the object
 * stands for all of them.
 */
final class InterfaceRules {
    private final MergeState state;

    InterfaceRules(MergeState state) {
        this.state = state;
    }

    /** Checks an interface and tells whether a subgraph has a key on it. */
    boolean check(Sources<NamedType> sources, NamedType merged) {
        Set<String> implementations = state.supergraph().implementations(merged.name());
        boolean hasKey = false;
        for (Sources.Source<NamedType> source : sources.present()) {
            NamedType type = source.element();
            if (type.kind() == TypeKind.INTERFACE) {
                hasKey |= type.has(KnownDirective.KEY);
                checkKey(source, implementations);
            } else if (SubgraphFacts.isInterfaceObject(type)) {
                checkInterfaceObject(source, implementations);
            }
        }
        return hasKey;
    }

    private void checkKey(Sources.Source<NamedType> source, Set<String> implementations) {
        NamedType type = source.element();
        boolean isResolvable = type.uses(KnownDirective.KEY).anyMatch(DirectiveUse::isResolvable);
        Set<String> missing = new LinkedHashSet<>(implementations);
        missing.removeAll(state.schema(source.subgraph()).implementations(type.name()));
        if (isResolvable && !missing.isEmpty()) {
            state.findings()
                    .error(
                            ErrorCode.INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE,
                            "[" + state.subgraph(source.subgraph()).name() + "] interface " + type.name()
                                    + " has a resolvable @key, but its implementations "
                                    + String.join(", ", missing) + " of other subgraphs are missing",
                            type.places());
        }
    }

    private void checkInterfaceObject(Sources.Source<NamedType> source, Set<String> implementations) {
        NamedType type = source.element();
        List<NamedType> known = implementations.stream()
                .flatMap(name -> state.schema(source.subgraph()).type(name).stream())
                .toList();
        if (!known.isEmpty()) {
            state.findings()
                    .error(
                            ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                            "[" + state.subgraph(source.subgraph()).name() + "] has " + type.name()
                                    + " as an @interfaceObject, and also its implementations "
                                    + String.join(
                                            ", ",
                                            known.stream().map(NamedType::name).toList())
                                    + ", for which it stands",
                            type.places());
        }
    }
}
