package ft.transcendence.composition.merge;

import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What all parts of a merge share: the subgraphs by number, and the supergraph that grows. */
record MergeState(
        List<Subgraph> subgraphs,
        List<SubgraphFacts> facts,
        Schema supergraph,
        GraphNames graphs,
        SpecificationDirectives specifications,
        ComposedDirectives composed,
        Mismatch mismatch,
        Findings findings) {

    /** The numbers of all subgraphs. */
    List<Integer> numbers() {
        return IntStream.range(0, subgraphs.size()).boxed().toList();
    }

    /** An element of each subgraph that has it. */
    <E> Sources<E> sources(Function<Subgraph, Optional<E>> element) {
        Sources<E> sources = new Sources<>(numbers());
        for (int i = 0; i < subgraphs.size(); i++) {
            int number = i;
            element.apply(subgraphs.get(i)).ifPresent(found -> sources.put(number, found));
        }
        return sources;
    }

    Subgraph subgraph(int number) {
        return subgraphs.get(number);
    }

    Schema schema(int number) {
        return subgraphs.get(number).schema();
    }

    SubgraphFacts facts(int number) {
        return facts.get(number);
    }

    boolean isExternal(int subgraph, Field field) {
        return facts.get(subgraph).isExternal(field);
    }

    /** The kind that a type of a subgraph has in the supergraph: an interface object is an interface. */
    static TypeKind mergedKind(NamedType type) {
        return SubgraphFacts.isInterfaceObject(type) ? TypeKind.INTERFACE : type.kind();
    }

    /** The types of the subgraphs that a type of the supergraph is merged from. */
    Sources<NamedType> typesOf(NamedType merged) {
        return sources(
                subgraph -> subgraph.schema().type(merged.name()).filter(found -> mergedKind(found) == merged.kind()));
    }

    /** Whether a subgraph adds the field to an interface by an interface object. */
    boolean isFieldOfInterfaceObject(String field, String interfaceName) {
        for (int i = 0; i < subgraphs.size(); i++) {
            Optional<Field> found = schema(i)
                    .type(interfaceName)
                    .filter(SubgraphFacts::isInterfaceObject)
                    .flatMap(type -> Optional.ofNullable(type.fields().get(field)));
            if (found.isPresent() && !isExternal(i, found.get())) {
                return true;
            }
        }
        return false;
    }

    /** The fields of a subgraph's interface objects that stand for a field of an object type which the subgraph does not know. */
    List<Field> fieldsOfInterfaceObjects(Field merged, int subgraph) {
        NamedType parent = merged.parent();
        Schema schema = schema(subgraph);
        if (parent.kind() != TypeKind.OBJECT || schema.type(parent.name()).isPresent()) {
            return List.of();
        }
        return parent.interfaces().stream()
                .filter(name -> supergraph
                        .type(name)
                        .filter(type -> type.fields().containsKey(merged.name()))
                        .isPresent())
                .flatMap(name -> schema.type(name).stream())
                .filter(type -> type.kind() == TypeKind.OBJECT)
                .flatMap(type -> Optional.ofNullable(type.fields().get(merged.name())).stream())
                .toList();
    }
}
