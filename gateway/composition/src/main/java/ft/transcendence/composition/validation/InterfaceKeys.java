package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.selection.Resolution;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All implementations of an interface in the subgraph have its keys, and resolve them if it does. */
final class InterfaceKeys implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.KEY);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            if (type.kind() == TypeKind.INTERFACE) {
                type.uses(KnownDirective.KEY).forEach(key -> check(subgraph, facts, type, key, findings));
            }
        }
    }

    private static void check(
            Subgraph subgraph, SubgraphFacts facts, NamedType interfaceType, DirectiveUse key, Findings findings) {
        Optional<String> fields = sorted(facts, interfaceType, key);
        List<NamedType> missing = new ArrayList<>();
        List<NamedType> notResolvable = new ArrayList<>();
        for (NamedType type : facts.implementations(interfaceType)) {
            Optional<DirectiveUse> same = type.uses(KnownDirective.KEY)
                    .filter(candidate -> sorted(facts, type, candidate).equals(fields))
                    .findFirst();
            if (same.isEmpty()) {
                missing.add(type);
            } else if (key.isResolvable() && !same.get().isResolvable()) {
                notResolvable.add(type);
            }
        }
        if (!missing.isEmpty()) {
            report(subgraph, interfaceType, key, missing, "lack it", findings);
        } else if (!notResolvable.isEmpty()) {
            report(subgraph, interfaceType, key, notResolvable, "do not resolve it", findings);
        }
    }

    /** The fields of a key without regard to their order; empty if they do not exist. */
    static Optional<String> sorted(SubgraphFacts facts, NamedType type, DirectiveUse key) {
        return facts.selection(type, key)
                .filter(Resolution.Resolved.class::isInstance)
                .map(resolution ->
                        ((Resolution.Resolved) resolution).selections().sorted());
    }

    private static void report(
            Subgraph subgraph,
            NamedType interfaceType,
            DirectiveUse key,
            List<NamedType> types,
            String fault,
            Findings findings) {
        List<Place> places = new ArrayList<>(List.of(key.place()));
        types.forEach(type -> places.addAll(type.places()));
        findings.error(
                ErrorCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION,
                "[" + subgraph.name() + "] the interface \"" + interfaceType.name() + "\" has " + key
                        + ", but of its implementations these " + fault + ": "
                        + types.stream().map(NamedType::name).collect(Collectors.joining(", ")),
                places);
    }
}
