package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.reader.AddedLink;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.selection.SelectionResolver;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.composition.validation.SubgraphValidation;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The upgrade of one subgraph. Each step relies on those before it. */
final class SubgraphUpgrade {
    private final Subgraph original;
    private final Subgraph subgraph;
    private final OriginalTypes originals;
    private final Map<String, List<Place>> interfaceKeys;
    private final Findings findings;

    private SubgraphUpgrade(
            Subgraph original,
            Subgraph subgraph,
            OriginalTypes originals,
            Map<String, List<Place>> interfaceKeys,
            Findings findings) {
        this.original = original;
        this.subgraph = subgraph;
        this.originals = originals;
        this.interfaceKeys = interfaceKeys;
        this.findings = findings;
    }

    /** @param interfaceKeys takes the keys of interfaces, which the upgrade removes, by the interface's name */
    static Subgraph upgrade(
            Subgraph original, OriginalTypes originals, Map<String, List<Place>> interfaceKeys, Findings findings) {
        return AddedLink.add(original, FederationLink.of(original), findings)
                .map(linked -> new SubgraphUpgrade(original, linked, originals, interfaceKeys, findings).upgrade())
                .orElse(original);
    }

    private Subgraph upgrade() {
        int errors = findings.errors().size();
        types(TypeKind.OBJECT, TypeKind.INTERFACE).forEach(this::checkBase);
        FieldSetCoercion.coerce(subgraph.schema());
        removeMeaninglessExternals();
        new ExtensionKeys(subgraph, originals).removeExternals();
        new InactiveSelections(subgraph).remove();
        types(TypeKind.OBJECT, TypeKind.INTERFACE).stream()
                .filter(TypeExtensions::isExtension)
                .forEach(TypeExtensions::toDefinition);
        types(TypeKind.INTERFACE).forEach(this::removeDirectivesOfInterface);
        types(TypeKind.OBJECT).forEach(this::removeProvidesOfLeaves);
        // what a removed field required still counts as used
        SubgraphFacts facts = SubgraphFacts.of(subgraph);
        new UnusedExternalRemoval(subgraph, facts, findings).remove();
        new ShareableAddition(original, originals).add();
        types(TypeKind.OBJECT, TypeKind.INTERFACE).forEach(this::removeTagsOfExternals);
        if (findings.errors().size() == errors) {
            SubgraphValidation.validate(subgraph, facts, findings);
        }
        return subgraph;
    }

    private List<NamedType> types(TypeKind... kinds) {
        List<TypeKind> wanted = List.of(kinds);
        return subgraph.schema().types().values().stream()
                .filter(type -> wanted.contains(type.kind()))
                .toList();
    }

    private void checkBase(NamedType type) {
        if (!TypeExtensions.isExtension(type) || TypeExtensions.isRoot(subgraph.schema(), type)) {
            return;
        }
        boolean hasBase =
                originals.others(subgraph, type.name()).stream().anyMatch(OriginalTypes.OriginalType::hasBase);
        if (!hasBase) {
            findings.error(
                    ErrorCode.EXTENSION_WITH_NO_BASE,
                    "[" + subgraph.name() + "] \"" + type.name() + "\" is extended, but no subgraph defines it",
                    type.places());
        }
    }

    /** {@code @external} had no effect on object types and on the fields of interfaces. */
    private void removeMeaninglessExternals() {
        types(TypeKind.INTERFACE)
                .forEach(type -> type.fields().values().forEach(field -> field.remove(KnownDirective.EXTERNAL)));
        types(TypeKind.OBJECT).forEach(type -> type.remove(KnownDirective.EXTERNAL));
    }

    /** {@code @key}, {@code @provides} and {@code @requires} had no effect on interfaces. */
    private void removeDirectivesOfInterface(NamedType type) {
        type.uses(KnownDirective.KEY).forEach(key -> interfaceKeys
                .computeIfAbsent(type.name(), ignored -> new ArrayList<>())
                .add(key.place()));
        type.remove(KnownDirective.KEY);
        type.fields().values().forEach(field -> {
            field.remove(KnownDirective.PROVIDES);
            field.remove(KnownDirective.REQUIRES);
        });
    }

    /** {@code @provides} had no effect on fields of a type without fields. */
    private void removeProvidesOfLeaves(NamedType type) {
        type.fields().values().stream()
                .filter(field -> !SelectionResolver.isComposite(
                        subgraph.schema(), field.type().namedType()))
                .forEach(field -> field.remove(KnownDirective.PROVIDES));
    }

    /** A tag of an external field is where the field is resolved too, and is written there only. */
    private void removeTagsOfExternals(NamedType type) {
        List<OriginalTypes.OriginalType> others = originals.others(subgraph, type.name());
        type.fields().values().stream()
                .filter(field -> field.has(KnownDirective.EXTERNAL) && field.has(KnownDirective.TAG))
                .forEach(field -> field.directives()
                        .removeIf(use -> use.is(KnownDirective.TAG)
                                && others.stream().anyMatch(other -> other.hasTag(field.name(), use.arguments()))));
    }
}
