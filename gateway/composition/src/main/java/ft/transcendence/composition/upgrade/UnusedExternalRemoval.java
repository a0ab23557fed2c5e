package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** External fields that nothing uses had no effect in Federation 1, and a type that has only such fields is no type of the subgraph. */
final class UnusedExternalRemoval {
    private final Subgraph subgraph;
    private final Schema schema;
    private final SubgraphFacts facts;
    private final Findings findings;

    UnusedExternalRemoval(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        this.subgraph = subgraph;
        this.facts = facts;
        this.schema = subgraph.schema();
        this.findings = findings;
    }

    void remove() {
        Set<String> referenced = referenced();
        for (NamedType type : List.copyOf(schema.types().values())) {
            if (type.kind() != TypeKind.OBJECT && type.kind() != TypeKind.INTERFACE) {
                continue;
            }
            List<Place> places = type.places();
            type.fields().values().removeIf(field -> facts.isExternal(field) && !facts.isUsed(field));
            if (type.fields().isEmpty() && !isQuery(type)) {
                removeEmpty(type, referenced, places);
            }
        }
    }

    /** The root type for queries is never empty: the gateway's own fields are there. */
    private boolean isQuery(NamedType type) {
        return type.name().equals(schema.roots().get(OperationKind.QUERY));
    }

    private void removeEmpty(NamedType type, Set<String> referenced, List<Place> places) {
        if (referenced.contains(type.name())) {
            findings.error(
                    ErrorCode.TYPE_WITH_ONLY_UNUSED_EXTERNAL,
                    "[" + subgraph.name() + "] all fields of \"" + type.name()
                            + "\" are @external, and nothing in the subgraph uses them",
                    places);
        } else {
            schema.types().remove(type.name());
        }
    }

    private Set<String> referenced() {
        Set<String> names = new HashSet<>(schema.roots().values());
        for (NamedType type : schema.types().values()) {
            names.addAll(type.interfaces());
            names.addAll(type.members());
            for (Field field : type.fields().values()) {
                names.add(field.type().namedType());
            }
            if (type.kind() == TypeKind.OBJECT && type.has(KnownDirective.KEY)) {
                names.add(type.name());
            }
        }
        return names;
    }
}
