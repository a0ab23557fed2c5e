package ft.transcendence.federation.executor.request;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.EntityFetchNode;
import ft.transcendence.federation.plan.EntityGroup;
import ft.transcendence.federation.plan.FetchNode;
import ft.transcendence.federation.plan.NestedRootFetchNode;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the GraphQL documents that fetches send. To keep them short, repeated selections become named fragments. */
public final class QueryText {

    /** The maximum length of a document in characters: more than a client may send, and more than most servers accept. */
    static final int LIMIT = 250_000;

    private final StringBuilder text = new StringBuilder();
    private final SharedSelections shared = new SharedSelections();
    private final List<SharedSelections.Body> spread = new ArrayList<>();

    private QueryText() {}

    /** The document of a fetch of root fields. */
    public static String of(FetchNode fetch) {
        return rootFields(fetch.operationKind(), fetch.variables(), fetch.directives(), fetch.selections());
    }

    /** The document of a nested root fetch: a fetch of root fields for objects below the root. */
    public static String of(NestedRootFetchNode fetch) {
        return rootFields(fetch.operationKind(), fetch.variables(), fetch.directives(), fetch.selections());
    }

    private static String rootFields(
            OperationKind kind, List<VariableUse> variables, List<Directive> directives, List<Selection> selections) {
        QueryText document = new QueryText();
        List<SharedSelections.Body> root = document.prepare(List.of(selections), "");
        boolean shorthand = kind == OperationKind.QUERY && variables.isEmpty() && directives.isEmpty();
        if (!shorthand) {
            document.text.append(kind.keyword());
            document.variables(List.of(), variables);
            document.text.append(Directive.text(directives));
        }
        document.shared.write(root.getFirst(), document.text, document.spread);
        return document.finish();
    }

    /**
     * The document of a fetch of entities.
     *
     * @param representations for each group, the name of the variable with its representations
     * @param keys for each group, its response key
     */
    public static String of(EntityFetchNode fetch, List<String> representations, List<String> keys) {
        QueryText document = new QueryText();
        List<SharedSelections.Body> entities = document.prepare(
                fetch.groups().stream().map(EntityGroup::selections).toList(), "_Entity");
        document.text.append("query");
        document.variables(representations, fetch.variables());
        document.text.append(Directive.text(fetch.directives()));
        document.text.append('{');
        for (int i = 0; i < fetch.groups().size(); i++) {
            String key = keys.get(i);
            document.text
                    .append(i == 0 ? "" : " ")
                    .append(key.equals("_entities") ? "" : key + ":")
                    .append("_entities(representations:$")
                    .append(representations.get(i))
                    .append(')');
            document.shared.write(entities.get(i), document.text, document.spread);
        }
        document.text.append('}');
        return document.finish();
    }

    /** Each group's response key. */
    public static List<String> keys(EntityFetchNode fetch) {
        int groups = fetch.groups().size();
        return groups == 1
                ? List.of("_entities")
                : IntStream.range(0, groups).mapToObj(i -> "entities" + i).toList();
    }

    /** Names for the variables with representations that the client's operation does not use. */
    public static List<String> representationVariables(EntityFetchNode fetch) {
        Set<String> taken = fetch.variables().stream().map(VariableUse::name).collect(Collectors.toSet());
        int groups = fetch.groups().size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            String name = groups == 1 ? "representations" : "representations" + i;
            while (taken.contains(name)) {
                name += '_';
            }
            names.add(name);
        }
        return names;
    }

    private void variables(List<String> representations, List<VariableUse> variables) {
        List<String> definitions = new ArrayList<>();
        representations.forEach(name -> definitions.add("$" + name + ":[_Any!]!"));
        variables.forEach(variable -> definitions.add("$" + variable.name() + ":" + variable.type()));
        if (!definitions.isEmpty()) {
            text.append('(').append(String.join(",", definitions)).append(')');
        }
    }

    private List<SharedSelections.Body> prepare(List<List<Selection>> selections, String type) {
        List<SharedSelections.Body> roots =
                selections.stream().map(one -> shared.add(type, one)).toList();
        long length = shared.share(roots);
        if (length > LIMIT) {
            throw new OversizedRequestException(length);
        }
        return roots;
    }

    private String finish() {
        shared.writeDefinitions(text, spread);
        return text.toString();
    }
}
