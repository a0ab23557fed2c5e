package ft.transcendence.federation.planner.graph;

import ft.transcendence.federation.planner.graph.FieldResolution.FieldEdge;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which subgraphs an object can be followed into by its keys.
 *
 * <p>A least fixed point: beginning with the standpoints at hand, a subgraph is added when one of its keys can be had from
 * the standpoints found so far. Keys and requirements that lead through other entities are followed the same way; one that
 * leads back to itself does not count. What is reachable here can be reached by a plan; which way is best is decided later.
 *
 * <p>Not thread-safe; made for one planning.
 */
public final class Reach {
    private final QueryGraph graph;
    private final Map<Question, Answer> known = new HashMap<>();
    private final Set<Question> open = new HashSet<>();

    private record Question(List<Standpoint> starts, String objectType, boolean typenameKnown) {}

    /**
     * What was found for an object of one type.
     *
     * @param entered by subgraph, the standpoint gained by an entity move for the type
     * @param enteredByInterface standpoints gained by an entity move for an interface
     */
    public record Answer(Map<String, Standpoint> entered, List<Standpoint> enteredByInterface, List<Standpoint> all) {}

    public Reach(QueryGraph graph) {
        this.graph = graph;
    }

    /**
     * Follows an object of one type.
     *
     * @param typenameKnown true when its type is known without asking
     */
    public Answer follow(List<Standpoint> starts, String objectType, boolean typenameKnown) {
        List<Standpoint> relevant = starts.stream()
                .filter(start -> isPossible(start, objectType))
                .distinct()
                .toList();
        Question question = new Question(relevant, objectType, typenameKnown);
        Answer answer = known.get(question);
        if (answer != null) {
            return answer;
        }
        if (!open.add(question)) {
            return new Answer(Map.of(), List.of(), relevant);
        }
        Answer found = find(question);
        open.remove(question);
        if (open.isEmpty()) {
            known.put(question, found);
        }
        return found;
    }

    private boolean isPossible(Standpoint start, String objectType) {
        return graph.possibleTypes(start.subgraph(), start.localType()).contains(objectType);
    }

    private Answer find(Question question) {
        Map<String, Standpoint> entered = new LinkedHashMap<>();
        List<Standpoint> byInterface = new ArrayList<>();
        List<Standpoint> all = new ArrayList<>(question.starts());
        boolean grown = true;
        while (grown) {
            grown = enterByType(question, entered, all) | enterByInterface(question, byInterface, all);
        }
        return new Answer(entered, byInterface, all);
    }

    private boolean enterByType(Question question, Map<String, Standpoint> entered, List<Standpoint> all) {
        boolean grown = false;
        for (String subgraph : graph.supergraph().subgraphs().keySet()) {
            if (entered.containsKey(subgraph)) {
                continue;
            }
            for (KeyEdge edge : graph.keyEdges(subgraph, question.objectType())) {
                if (typenameIsKnown(question, edge, all) && covers(all, question.objectType(), edge.key())) {
                    Standpoint standpoint = new Standpoint(subgraph, edge.typename(), FieldSet.EMPTY);
                    entered.put(subgraph, standpoint);
                    all.add(standpoint);
                    grown = true;
                    break;
                }
            }
        }
        return grown;
    }

    private boolean typenameIsKnown(Question question, KeyEdge edge, List<Standpoint> all) {
        return question.typenameKnown()
                || !edge.typename().equals(question.objectType())
                || all.stream()
                        .anyMatch(
                                standpoint -> !graph.isInterfaceObject(standpoint.subgraph(), standpoint.localType()));
    }

    /** From an interface object, the interface's own subgraphs tell the runtime type. */
    private boolean enterByInterface(Question question, List<Standpoint> byInterface, List<Standpoint> all) {
        boolean grown = false;
        for (Standpoint standpoint : List.copyOf(all)) {
            if (!graph.isInterfaceObject(standpoint.subgraph(), standpoint.localType())) {
                continue;
            }
            for (String subgraph : graph.supergraph().subgraphs().keySet()) {
                Standpoint target = new Standpoint(subgraph, standpoint.localType(), FieldSet.EMPTY);
                if (byInterface.contains(target)) {
                    continue;
                }
                boolean enterable = graph.interfaceKeyEdges(subgraph, standpoint.localType()).stream()
                        .anyMatch(edge -> covers(all, question.objectType(), edge.key()));
                if (enterable) {
                    byInterface.add(target);
                    if (isPossible(target, question.objectType())) {
                        all.add(target);
                    }
                    grown = true;
                }
            }
        }
        return grown;
    }

    /** Whether all fields of a selection can be had from these standpoints or from where their entities lead. */
    public boolean covers(List<Standpoint> standpoints, String objectType, FieldSet fields) {
        for (FieldSet.Part part : fields.parts()) {
            boolean covered =
                    switch (part) {
                        case FieldSet.Field field -> coversField(standpoints, objectType, field);
                        case FieldSet.Fragment fragment ->
                            !graph.supergraph()
                                            .objectTypes(fragment.typeCondition())
                                            .contains(objectType)
                                    || covers(standpoints, objectType, fragment.selections());
                    };
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    private boolean coversField(List<Standpoint> standpoints, String objectType, FieldSet.Field field) {
        List<Standpoint> below = new ArrayList<>();
        for (Standpoint standpoint : standpoints) {
            if (graph.resolve(standpoint, objectType, field.name()) instanceof FieldEdge edge
                    && requirementsAreMet(standpoints, objectType, edge)) {
                if (field.selections().isEmpty()) {
                    return true;
                }
                below.add(new Standpoint(standpoint.subgraph(), edge.type().namedType(), edge.provided()));
            }
        }
        return !below.isEmpty() && coversBelow(below, objectType, field);
    }

    /** Keys and requirements cannot be fields that take something from a context: composition refuses that. */
    private boolean requirementsAreMet(List<Standpoint> standpoints, String objectType, FieldEdge edge) {
        if (!edge.hasRequirements()) {
            return true;
        }
        if (!edge.contextArguments().isEmpty()) {
            return false;
        }
        // a requirement is open while it is being met, so that one leading back to itself does not count
        Question guard = new Question(List.of(), objectType + " " + edge.requires(), false);
        if (!open.add(guard)) {
            return false;
        }
        boolean met = covers(standpoints, objectType, edge.requires());
        open.remove(guard);
        return met;
    }

    private boolean coversBelow(List<Standpoint> below, String objectType, FieldSet.Field field) {
        String type = graph.supergraph()
                .type(objectType)
                .flatMap(parent -> parent.field(field.name()))
                .map(definition -> definition.type().namedType())
                .orElseGet(() -> below.getFirst().localType());
        Set<String> types = graph.supergraph().objectTypes(type);
        for (String childType : types) {
            boolean possible = below.stream().anyMatch(standpoint -> isPossible(standpoint, childType));
            if (possible && !covers(follow(below, childType, types.size() == 1).all(), childType, field.selections())) {
                return false;
            }
        }
        return true;
    }
}
