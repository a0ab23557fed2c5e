package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import java.util.ArrayList;
import java.util.List;

/** A field that several subgraphs resolve is shareable in all of them. */
final class FieldSharing {
    private final MergeState state;

    private record Resolving(int subgraph, Field field, boolean isShareable, boolean isOfInterfaceObject) {}

    FieldSharing(MergeState state) {
        this.state = state;
    }

    void check(Sources<Field> sources, Field merged, FieldOverride override) {
        List<Resolving> resolving = new ArrayList<>();
        for (Sources.Source<Field> source : sources.present()) {
            if (!override.isOverridden(source.subgraph())) {
                add(source.subgraph(), source.element(), false, resolving);
            }
        }
        if (!merged.parent().interfaces().isEmpty()) {
            for (int subgraph : sources.subgraphs()) {
                if (sources.get(subgraph).isEmpty()) {
                    state.fieldsOfInterfaceObjects(merged, subgraph)
                            .forEach(field -> add(subgraph, field, true, resolving));
                }
            }
        }
        List<Resolving> owners =
                resolving.stream().filter(each -> !each.isShareable()).toList();
        if (owners.isEmpty() || resolving.size() < 2) {
            return;
        }
        StringBuilder message = new StringBuilder(merged.coordinate() + " is resolved by several subgraphs, ")
                .append(words(resolving))
                .append(", and not @shareable in ")
                .append(owners.size() == resolving.size() ? "any of them" : words(owners));
        owners.stream()
                .filter(owner -> override.hasUnknownSource(owner.subgraph()))
                .findFirst()
                .ifPresent(owner -> message.append("; the @override in subgraph \"")
                        .append(state.subgraph(owner.subgraph()).name())
                        .append("\" names a subgraph that does not exist"));
        List<Place> places = resolving.stream()
                .flatMap(each -> each.field().places().stream())
                .toList();
        state.findings().error(ErrorCode.INVALID_FIELD_SHARING, message.toString(), places);
    }

    private void add(int subgraph, Field field, boolean isOfInterfaceObject, List<Resolving> resolving) {
        if (!state.facts(subgraph).isFullyExternal(field)) {
            resolving.add(
                    new Resolving(subgraph, field, state.facts(subgraph).isShareable(field), isOfInterfaceObject));
        }
    }

    private String words(List<Resolving> resolving) {
        return Mismatch.subgraphs(resolving.stream()
                .map(each -> state.subgraph(each.subgraph()).name()
                        + (each.isOfInterfaceObject() ? " (through @interfaceObject)" : ""))
                .toList());
    }

    /** A subscription is one stream from one subgraph. */
    void checkSubscription(Sources<Field> sources) {
        for (Field field : sources.elements()) {
            if (field.has(KnownDirective.SHAREABLE)) {
                state.findings()
                        .error(
                                ErrorCode.INVALID_FIELD_SHARING,
                                field.coordinate() + " is a subscription and cannot be @shareable",
                                field.places());
            }
        }
    }
}
