package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.executor.request.ContextReader;
import ft.transcendence.federation.executor.request.Outcome;
import ft.transcendence.federation.executor.request.QueryText;
import ft.transcendence.federation.executor.request.RequestBody;
import ft.transcendence.federation.executor.tree.IntList;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.EntityFetchNode;
import ft.transcendence.federation.plan.EntityGroup;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.Value;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fetch of entities with {@code @fromContext} arguments, whose values come from enclosing objects. Entities with equal values share an
 * {@code _entities} field, so the number of these fields depends on the data, and the request is built for each execution.
 */
public final class ContextFetchStep implements Step {

    private final EntityFetchNode node;
    private final String url;
    private final List<EntityGroupStep> groups;
    private final List<List<ContextReader>> readers;

    /**
     * @param groups the compiled groups, in the node's order
     * @param readers for each group, the readers of its contexts
     */
    public ContextFetchStep(
            EntityFetchNode node, String url, List<EntityGroupStep> groups, List<List<ContextReader>> readers) {
        this.node = node;
        this.url = url;
        this.groups = List.copyOf(groups);
        this.readers = List.copyOf(readers);
    }

    /** Receives the objects that cannot be fetched because of an error that has been reported. */
    public interface Failures {
        void add(FetchedFields fields, int object);
    }

    /** The objects of one group with equal context values. */
    private static final class Part {
        final int group;
        final List<String> values;
        final @Nullable IntList targets;

        Part(int group, List<String> values, @Nullable IntList targets) {
            this.group = group;
            this.values = values;
            this.targets = targets;
        }
    }

    /** The fetch for the values in the tree; null if there is nothing to fetch. */
    public @Nullable EntityFetchStep expand(MergedTree tree, int root, Failures failures) {
        List<Part> parts = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            if (readers.get(group).isEmpty()) {
                parts.add(new Part(group, List.of(), null));
            } else {
                addParts(group, tree, root, failures, parts);
            }
        }
        return parts.isEmpty() ? null : fetch(parts);
    }

    private void addParts(int group, MergedTree tree, int root, Failures failures, List<Part> parts) {
        EntityGroupStep step = groups.get(group);
        List<ContextReader> contexts = readers.get(group);
        IntList targets = new IntList();
        IntList sources = new IntList();
        int[] sourceSteps =
                contexts.stream().mapToInt(ContextReader::sourceStep).toArray();
        step.path().collect(tree, root, sourceSteps, targets, sources);
        Map<List<String>, Part> byValues = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            List<String> values = new ArrayList<>();
            Outcome outcome = Outcome.WRITTEN;
            for (int j = 0; j < contexts.size() && outcome == Outcome.WRITTEN; j++) {
                JsonWriter json = new JsonWriter(32);
                outcome = contexts.get(j).write(tree, sources.get(i * contexts.size() + j), json);
                values.add(new String(json.toByteArray(), StandardCharsets.UTF_8));
            }
            switch (outcome) {
                case WRITTEN ->
                    Objects.requireNonNull(byValues.computeIfAbsent(values, key -> new Part(group, key, new IntList()))
                                    .targets)
                            .add(targets.get(i));
                case FAILED -> failures.add(step.fields(), targets.get(i));
                case ABSENT, UNKNOWN_TYPE -> {}
            }
        }
        parts.addAll(byValues.values());
    }

    private EntityFetchStep fetch(List<Part> parts) {
        Set<String> taken = node.variables().stream().map(VariableUse::name).collect(Collectors.toSet());
        // groups without entities are left out, and a variable that is not used would be an error
        List<Selection> selected = parts.stream()
                .flatMap(part -> node.groups().get(part.group).selections().stream())
                .toList();
        List<VariableUse> clientVariables = VariableUse.readBy(selected, node.directives(), node.variables());
        List<VariableUse> variables = new ArrayList<>(clientVariables);
        List<EntityGroup> written = new ArrayList<>();
        List<byte[]> members = new ArrayList<>();
        for (Part part : parts) {
            Map<String, String> names = new HashMap<>();
            JsonWriter values = new JsonWriter(64);
            List<ContextReader> contexts = readers.get(part.group);
            for (int i = 0; i < contexts.size(); i++) {
                String name = contexts.get(i).name();
                while (!taken.add(name)) {
                    name += "_";
                }
                names.put(contexts.get(i).name(), name);
                variables.add(new VariableUse(name, contexts.get(i).type()));
                values.write(',');
                values.writeString(name);
                values.write(':');
                values.write(part.values.get(i).getBytes(StandardCharsets.UTF_8));
            }
            EntityGroup group = node.groups().get(part.group);
            written.add(new EntityGroup(
                    group.path(), group.representations(), List.of(), renamed(group.selections(), names), List.of()));
            members.add(values.toByteArray());
        }
        EntityFetchNode expanded =
                new EntityFetchNode(node.id(), node.subgraph(), written, variables, node.directives());
        List<String> representations = QueryText.representationVariables(expanded);
        List<String> keys = QueryText.keys(expanded);
        RequestBody body = new RequestBody(
                QueryText.of(expanded, representations, keys), node.subgraph(), node.id(), clientVariables);
        List<EntityGroupStep> steps = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            EntityGroupStep step = groups.get(parts.get(i).group);
            steps.add(step.part(keys.get(i), representations.get(i), parts.get(i).targets, members.get(i)));
        }
        return new EntityFetchStep(node.subgraph(), url, body, steps, null, null);
    }

    private static List<Selection> renamed(List<Selection> selections, Map<String, String> names) {
        return selections.stream()
                .map(selection -> (Selection)
                        switch (selection) {
                            case InlineFragment fragment ->
                                new InlineFragment(fragment.typeCondition(), renamed(fragment.selections(), names));
                            case FieldSelection field ->
                                new FieldSelection(
                                        field.name(),
                                        field.responseKey(),
                                        field.mergedKey(),
                                        field.arguments().stream()
                                                .map(argument -> renamed(argument, names))
                                                .toList(),
                                        field.occurrences(),
                                        field.valueType(),
                                        renamed(field.selections(), names));
                        })
                .toList();
    }

    private static Argument renamed(Argument argument, Map<String, String> names) {
        return argument.value() instanceof Value.VariableReference variable && names.containsKey(variable.name())
                ? new Argument(argument.name(), new Value.VariableReference(names.get(variable.name())))
                : argument;
    }
}
