package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.plan.input.ContextVariable;
import ft.transcendence.federation.plan.input.InputField;
import ft.transcendence.federation.plan.input.InputFragment;
import ft.transcendence.federation.plan.input.InputSelection;
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.path.EntityInput;
import ft.transcendence.federation.planner.path.PathSelection;
import ft.transcendence.federation.planner.tree.ContextInput;
import ft.transcendence.federation.planner.tree.PathCandidate.EntityMove;
import ft.transcendence.federation.planner.tree.QueryTreeField;
import ft.transcendence.federation.planner.tree.QueryTreeNode;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes the representations that the entity moves from one node send. */
final class InputWriter {
    private final QueryGraph graph;
    private final PathSelection paths;
    private final int responsePart;

    /** @param part the part of the response that the entities are fetched for */
    InputWriter(QueryGraph graph, PathSelection paths, int part) {
        this.responsePart = part;
        this.graph = graph;
        this.paths = paths;
    }

    /** A representation, for all object types that are sent alike. */
    private record Sent(String typename, List<InputSelection> keys, List<InputSelection> requirements) {}

    /** @param objectTypes the types to write representations for */
    List<Representation> write(List<EntityMove> moves, Collection<String> objectTypes) {
        QueryTreeNode node = moves.getFirst().node();
        Optional<String> anyType = anyType(node, moves);
        if (anyType.isPresent()) {
            Sent sent = sent(node, anyType.get(), moves);
            return List.of(new Representation(List.of(), sent.typename(), sent.keys(), sent.requirements()));
        }
        Map<Sent, List<String>> typesBySent = new LinkedHashMap<>();
        for (String objectType : objectTypes) {
            List<EntityMove> sending = moves.stream()
                    .filter(move -> paths.inputs(move).containsKey(objectType))
                    .toList();
            if (!sending.isEmpty()) {
                typesBySent
                        .computeIfAbsent(sent(node, objectType, sending), ignored -> new ArrayList<>())
                        .add(objectType);
            }
        }
        List<Representation> representations = new ArrayList<>();
        typesBySent.forEach((sent, types) -> {
            boolean forAll = types.size() == node.objectTypes().size();
            representations.add(
                    new Representation(forAll ? List.of() : types, sent.typename(), sent.keys(), sent.requirements()));
        });
        return representations;
    }

    /** The variables with values of enclosing objects, for the entity moves from one node. */
    List<ContextVariable> contexts(List<EntityMove> moves, ContextNames names) {
        List<ContextVariable> variables = new ArrayList<>();
        for (EntityMove move : moves) {
            for (ContextInput context : move.contexts()) {
                context.source()
                        .ifPresent(source -> variables.add(new ContextVariable(
                                names.of(context),
                                context.argument().type().toString(),
                                source.path(),
                                contextValue(context, source))));
            }
        }
        return variables;
    }

    private List<InputSelection> contextValue(ContextInput context, QueryTreeNode source) {
        FieldSet selection = context.argument().selection();
        if (!source.hasManyTypes()) {
            return inputs(source, source.objectTypes().getFirst(), selection);
        }
        Map<List<InputSelection>, List<String>> typesByInputs = new LinkedHashMap<>();
        for (String objectType : context.sourceTypes()) {
            typesByInputs
                    .computeIfAbsent(inputs(source, objectType, selection), ignored -> new ArrayList<>())
                    .add(objectType);
        }
        List<InputSelection> value = new ArrayList<>();
        typesByInputs.forEach((inputs, objectTypes) -> value.add(new InputFragment(objectTypes, inputs)));
        return value;
    }

    /** Whether the representation is the same for every object type, because the types are not known. */
    boolean hasNoKnownTypes(List<EntityMove> moves) {
        return anyType(moves.getFirst().node(), moves).isPresent();
    }

    /** An object type that stands for all, if the inputs come from a subgraph that does not tell types apart. */
    private Optional<String> anyType(QueryTreeNode node, List<EntityMove> moves) {
        return node.objectTypes().stream()
                .filter(objectType -> moves.stream().allMatch(move -> {
                    EntityInput input = paths.inputs(move).get(objectType);
                    return input != null && input.anyType();
                }))
                .findFirst();
    }

    private Sent sent(QueryTreeNode node, String objectType, List<EntityMove> moves) {
        EntityInput first =
                Objects.requireNonNull(paths.inputs(moves.getFirst()).get(objectType));
        Set<FieldSet.Part> required = new LinkedHashSet<>();
        moves.forEach(move -> required.addAll(move.requirements(objectType).parts()));
        Map<String, RequiredField> key = new LinkedHashMap<>();
        collect(node, objectType, first.edge().key(), key);
        Map<String, RequiredField> requirements = new LinkedHashMap<>();
        collect(node, objectType, new FieldSet(new ArrayList<>(required)), requirements);
        // what the key selects is sent with it; an object of the key of which more is required is sent once, with both
        key.forEach((name, needed) ->
                requirements.computeIfPresent(name, (same, more) -> needed.hasAll(more) ? null : more.and(needed)));
        return new Sent(first.edge().typename(), inputs(key), inputs(requirements));
    }

    /** A field to send, and everything that several field sets select below it. */
    private record RequiredField(QueryTreeField field, FieldSet below) {
        RequiredField and(RequiredField other) {
            Set<FieldSet.Part> parts = new LinkedHashSet<>(below.parts());
            parts.addAll(other.below.parts());
            return new RequiredField(field, new FieldSet(new ArrayList<>(parts)));
        }

        boolean hasAll(RequiredField other) {
            return field == other.field && below.parts().containsAll(other.below.parts());
        }
    }

    private List<InputSelection> inputs(QueryTreeNode node, String objectType, FieldSet fields) {
        Map<String, RequiredField> byName = new LinkedHashMap<>();
        collect(node, objectType, fields, byName);
        return inputs(byName);
    }

    private List<InputSelection> inputs(Map<String, RequiredField> byName) {
        List<InputSelection> inputs = new ArrayList<>();
        byName.forEach((name, needed) -> input(name, needed).ifPresent(inputs::add));
        return inputs;
    }

    private void collect(QueryTreeNode node, String objectType, FieldSet fields, Map<String, RequiredField> byName) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field ->
                    node.field(objectType, field.name(), field.arguments(), responsePart)
                            .ifPresent(found -> byName.merge(
                                    field.name(), new RequiredField(found, field.selections()), RequiredField::and));
                case FieldSet.Fragment fragment -> {
                    if (graph.supergraph().objectTypes(fragment.typeCondition()).contains(objectType)) {
                        collect(node, objectType, fragment.selections(), byName);
                    }
                }
            }
        }
    }

    private Optional<InputField> input(String name, RequiredField needed) {
        QueryTreeField field = needed.field();
        if (field.child().isPresent() && !field.isVacuous()) {
            return Optional.of(
                    new InputField(name, field.mergedKey(), below(field.child().get(), needed.below())));
        }
        boolean supplied = paths.suppliers(field).stream().anyMatch(field.candidates()::containsKey);
        return supplied ? Optional.of(new InputField(name, field.mergedKey(), List.of())) : Optional.empty();
    }

    private List<InputSelection> below(QueryTreeNode child, FieldSet fields) {
        if (!child.hasManyTypes()) {
            return inputs(child, child.objectTypes().getFirst(), fields);
        }
        Map<List<InputSelection>, List<String>> typesByInputs = new LinkedHashMap<>();
        for (String objectType : child.objectTypes()) {
            List<InputSelection> inputs = inputs(child, objectType, fields);
            // every object sends its type, whether or not the requirement selects it
            inputs.removeIf(
                    input -> input instanceof InputField field && field.name().equals("__typename"));
            typesByInputs.computeIfAbsent(inputs, ignored -> new ArrayList<>()).add(objectType);
        }
        List<InputSelection> below = new ArrayList<>();
        below.add(new InputField("__typename", "__typename", List.of()));
        typesByInputs.forEach((inputs, objectTypes) -> {
            if (objectTypes.size() == child.objectTypes().size()) {
                below.addAll(inputs);
            } else if (!inputs.isEmpty()) {
                below.add(new InputFragment(objectTypes, inputs));
            }
        });
        return below;
    }
}
