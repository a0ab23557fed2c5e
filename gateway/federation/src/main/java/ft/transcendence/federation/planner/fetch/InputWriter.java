package ft.transcendence.federation.planner.fetch;

import ft.transcendence.federation.plan.ContextVariable;
import ft.transcendence.federation.plan.InputField;
import ft.transcendence.federation.plan.InputFragment;
import ft.transcendence.federation.plan.InputSelection;
import ft.transcendence.federation.plan.Representation;
import ft.transcendence.federation.planner.graph.QueryGraph;
import ft.transcendence.federation.planner.path.ChosenWays;
import ft.transcendence.federation.planner.path.HopContext;
import ft.transcendence.federation.planner.path.HopInput;
import ft.transcendence.federation.planner.path.Place;
import ft.transcendence.federation.planner.path.PlaceField;
import ft.transcendence.federation.planner.path.Source;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes the representations that hops at one place send. */
final class InputWriter {
    private final QueryGraph graph;
    private final ChosenWays ways;

    InputWriter(QueryGraph graph, ChosenWays ways) {
        this.graph = graph;
        this.ways = ways;
    }

    /** What is sent for objects that need the same. */
    private record Sent(String typename, List<InputSelection> keys, List<InputSelection> requirements) {}

    List<Representation> write(List<Source.Hop> hops) {
        Place place = hops.getFirst().place();
        Optional<String> anyType = anyType(place, hops);
        if (anyType.isPresent()) {
            Sent sent = sent(place, anyType.get(), hops);
            return List.of(new Representation(List.of(), sent.typename(), sent.keys(), sent.requirements()));
        }
        Map<Sent, List<String>> typesBySent = new LinkedHashMap<>();
        for (String objectType : place.objectTypes()) {
            List<Source.Hop> sending = hops.stream()
                    .filter(hop -> ways.inputs(hop).containsKey(objectType))
                    .toList();
            if (!sending.isEmpty()) {
                typesBySent
                        .computeIfAbsent(sent(place, objectType, sending), ignored -> new ArrayList<>())
                        .add(objectType);
            }
        }
        List<Representation> representations = new ArrayList<>();
        typesBySent.forEach((sent, objectTypes) -> {
            boolean forAll = objectTypes.size() == place.objectTypes().size();
            representations.add(new Representation(
                    forAll ? List.of() : objectTypes, sent.typename(), sent.keys(), sent.requirements()));
        });
        return representations;
    }

    /** What hops at one place get from enclosing objects. */
    List<ContextVariable> contexts(List<Source.Hop> hops, ContextNames names) {
        List<ContextVariable> variables = new ArrayList<>();
        for (Source.Hop hop : hops) {
            for (HopContext context : hop.contexts()) {
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

    private List<InputSelection> contextValue(HopContext context, Place source) {
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

    /** An object type that stands for all, when the inputs come from where types are not told apart. */
    private Optional<String> anyType(Place place, List<Source.Hop> hops) {
        return place.objectTypes().stream()
                .filter(objectType -> hops.stream().allMatch(hop -> {
                    HopInput input = ways.inputs(hop).get(objectType);
                    return input != null && input.anyType();
                }))
                .findFirst();
    }

    private Sent sent(Place place, String objectType, List<Source.Hop> hops) {
        HopInput first = Objects.requireNonNull(ways.inputs(hops.getFirst()).get(objectType));
        Set<FieldSet.Part> required = new LinkedHashSet<>();
        hops.forEach(hop -> required.addAll(hop.requirements(objectType).parts()));
        FieldSet key = first.move().key();
        required.removeAll(key.parts());
        return new Sent(
                first.move().typename(),
                inputs(place, objectType, key),
                inputs(place, objectType, new FieldSet(new ArrayList<>(required))));
    }

    private List<InputSelection> inputs(Place place, String objectType, FieldSet fields) {
        Map<String, InputField> byName = new LinkedHashMap<>();
        collect(place, objectType, fields, byName);
        return new ArrayList<>(byName.values());
    }

    private void collect(Place place, String objectType, FieldSet fields, Map<String, InputField> byName) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Field field ->
                    place.field(objectType, field.name(), field.arguments())
                            .flatMap(wanted -> input(wanted, field))
                            .ifPresent(input -> byName.merge(field.name(), input, InputWriter::merge));
                case FieldSet.Fragment fragment -> {
                    if (graph.supergraph().objectTypes(fragment.typeCondition()).contains(objectType)) {
                        collect(place, objectType, fragment.selections(), byName);
                    }
                }
            }
        }
    }

    private static InputField merge(InputField one, InputField other) {
        Set<InputSelection> selections = new LinkedHashSet<>(one.selections());
        selections.addAll(other.selections());
        return new InputField(one.name(), one.mergedKey(), new ArrayList<>(selections));
    }

    private Optional<InputField> input(PlaceField wanted, FieldSet.Field field) {
        if (wanted.child().isEmpty()) {
            boolean supplied = ways.suppliers(wanted).stream().anyMatch(wanted.moves()::containsKey);
            return supplied
                    ? Optional.of(new InputField(field.name(), wanted.mergedKey(), List.of()))
                    : Optional.empty();
        }
        return Optional.of(new InputField(
                field.name(), wanted.mergedKey(), below(wanted.child().get(), field.selections())));
    }

    private List<InputSelection> below(Place child, FieldSet fields) {
        if (!child.hasManyTypes()) {
            return inputs(child, child.objectTypes().getFirst(), fields);
        }
        Map<List<InputSelection>, List<String>> typesByInputs = new LinkedHashMap<>();
        for (String objectType : child.objectTypes()) {
            typesByInputs
                    .computeIfAbsent(inputs(child, objectType, fields), ignored -> new ArrayList<>())
                    .add(objectType);
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
