package ft.transcendence.federation.plan;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.input.ContextVariable;
import ft.transcendence.federation.plan.input.InputField;
import ft.transcendence.federation.plan.input.InputFragment;
import ft.transcendence.federation.plan.input.InputSelection;
import ft.transcendence.federation.plan.input.Representation;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.plan.selection.Selection;
import ft.transcendence.federation.plan.selection.VariableUse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints plans as indented text. Equal plans have equal text. */
final class PlanPrinter {
    private final IndentedText out = new IndentedText();

    private PlanPrinter() {}

    static String print(QueryPlan plan) {
        PlanPrinter printer = new PlanPrinter();
        if (plan.root().isEmpty() && plan.deferred().isEmpty()) {
            return "QueryPlan {}\n";
        }
        printer.out.open("QueryPlan {");
        if (plan.deferred().isEmpty()) {
            plan.root().ifPresent(printer::node);
        } else {
            printer.defer(plan);
        }
        printer.out.close("}");
        return printer.out.toString();
    }

    private void node(PlanNode node) {
        switch (node) {
            case FetchNode fetch -> fetch(fetch);
            case NestedRootFetchNode nested -> nestedRootFetch(nested);
            case EntityFetchNode fetch -> entityFetch(fetch);
            case SequenceNode sequence -> nodes("Sequence {", sequence.nodes());
            case ParallelNode parallel -> nodes("Parallel {", parallel.nodes());
            case SubscriptionNode subscription -> subscription(subscription);
        }
    }

    private void defer(QueryPlan plan) {
        out.open("Defer {");
        out.open("Primary {");
        plan.root().ifPresent(this::node);
        out.close("}, [");
        for (DeferredNode deferred : plan.deferred()) {
            String after = deferred.after().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
            out.open("Deferred(part: " + deferred.part() + ", depends: " + after + ", of: "
                    + String.join(", ", deferred.fragments()) + ") {");
            node(deferred.node());
            out.close("},");
        }
        out.line("]");
        out.close("},");
    }

    private void nodes(String title, List<PlanNode> nodes) {
        out.open(title);
        nodes.forEach(this::node);
        out.close("},");
    }

    private void subscription(SubscriptionNode subscription) {
        out.open("Subscription {");
        out.open("Primary: {");
        node(subscription.trigger());
        out.close("},");
        if (subscription.rest().isPresent()) {
            out.open("Rest: {");
            node(subscription.rest().get());
            out.close("},");
        }
        out.close("},");
    }

    private void fetch(FetchNode fetch) {
        out.open("Fetch(service: \"" + fetch.subgraph() + "\") {");
        rootFields(operation(fetch.operationKind(), fetch.variables(), fetch.directives()), fetch.selections());
        out.close("},");
    }

    private void nestedRootFetch(NestedRootFetchNode nested) {
        String operation = operation(nested.operationKind(), nested.variables(), nested.directives());
        boolean single = nested.groups().size() == 1;
        if (!single) {
            out.open("BatchFetch(service: \"" + nested.subgraph() + "\") {");
        }
        for (NestedRootFetchNode.Group group : nested.groups()) {
            out.open("Flatten(path: \"" + group.path() + "\") {");
            if (single) {
                out.open("Fetch(service: \"" + nested.subgraph() + "\") {");
            }
            rootFields(operation, group.selections());
            if (single) {
                out.close("},");
            }
            out.close("},");
        }
        if (!single) {
            out.close("},");
        }
    }

    private void rootFields(String operation, List<Selection> selections) {
        out.open(operation + "{");
        selections(selections);
        out.close("}");
    }

    /** The operation head before the selections; empty for a plain query. */
    private static String operation(OperationKind kind, List<VariableUse> variables, List<Directive> directives) {
        return kind == OperationKind.QUERY && variables.isEmpty() && directives.isEmpty()
                ? ""
                : kind.keyword() + variables(variables) + Directive.text(directives) + " ";
    }

    private void entityFetch(EntityFetchNode fetch) {
        boolean single = fetch.groups().size() == 1;
        if (single) {
            out.open("Flatten(path: \"" + fetch.groups().getFirst().path() + "\") {");
        }
        out.open((single ? "Fetch" : "BatchFetch") + "(service: \"" + fetch.subgraph() + "\") {");
        if (!fetch.variables().isEmpty() || !fetch.directives().isEmpty()) {
            out.line("query" + variables(fetch.variables()) + Directive.text(fetch.directives()));
        }
        for (EntityGroup group : fetch.groups()) {
            if (!single) {
                out.open("Flatten(path: \"" + group.path() + "\") {");
            }
            group(group);
            if (!single) {
                out.close("},");
            }
        }
        out.close("},");
        if (single) {
            out.close("},");
        }
    }

    private void group(EntityGroup group) {
        out.open("{");
        group.representations().forEach(this::representation);
        group.contexts().forEach(this::context);
        out.close("} =>");
        out.open("{");
        selections(group.selections());
        out.close("}" + parts(group.parts()));
    }

    /** The parts of a group by their fields, for example {@code in parts [price], [weight stock]}. */
    private static String parts(List<EntityGroup> parts) {
        return parts.isEmpty()
                ? ""
                : parts.stream()
                        .map(part -> keys(part.selections()).distinct().collect(Collectors.joining(" ", "[", "]")))
                        .collect(Collectors.joining(", ", " in parts ", ""));
    }

    private static Stream<String> keys(List<Selection> selections) {
        return selections.stream().flatMap(selection -> switch (selection) {
            case FieldSelection field -> Stream.of(field.responseKey());
            case InlineFragment fragment -> keys(fragment.selections());
        });
    }

    private void representation(Representation representation) {
        String types = representation.runtimeTypes().isEmpty()
                        || representation.runtimeTypes().equals(List.of(representation.typename()))
                ? ""
                : " |[" + String.join(", ", representation.runtimeTypes()) + "]";
        out.open("... on " + representation.typename() + types + " {");
        out.line("__typename");
        representation.keys().forEach(this::input);
        representation.requirements().forEach(this::input);
        out.close("}");
    }

    private void context(ContextVariable context) {
        out.open("$" + context.name() + ": " + context.type() + " from \"" + context.source() + "\" {");
        context.selections().forEach(this::input);
        out.close("}");
    }

    private void input(InputSelection selection) {
        switch (selection) {
            case InputField field -> {
                String text = field.name() + (field.mergedKey().equals(field.name()) ? "" : " <- " + field.mergedKey());
                block(text, field.selections().isEmpty(), () -> field.selections()
                        .forEach(this::input));
            }
            case InputFragment fragment ->
                block("... |[" + String.join(", ", fragment.runtimeTypes()) + "]", false, () -> fragment.selections()
                        .forEach(this::input));
        }
    }

    private void selections(List<Selection> selections) {
        for (Selection selection : selections) {
            switch (selection) {
                case FieldSelection field -> {
                    for (Occurrence occurrence : Occurrence.orPlain(field.occurrences())) {
                        String title = title(field, occurrence);
                        block(title, field.isLeaf(), () -> selections(field.selections()));
                    }
                }
                case InlineFragment fragment ->
                    block("... on " + fragment.typeCondition(), false, () -> selections(fragment.selections()));
            }
        }
    }

    private static String title(FieldSelection field, Occurrence occurrence) {
        String alias = field.responseKey().equals(field.name()) ? "" : field.responseKey() + ": ";
        String landing = field.mergedKey().equals(field.responseKey()) ? "" : " -> " + field.mergedKey();
        String directives =
                occurrence.directives().map(directive -> " " + directive).collect(Collectors.joining());
        return alias + field.name() + arguments(field.arguments()) + directives + landing;
    }

    private static String arguments(List<Argument> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(Argument::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String variables(List<VariableUse> variables) {
        return variables.isEmpty()
                ? ""
                : variables.stream().map(VariableUse::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private void block(String title, boolean leaf, Runnable content) {
        if (leaf) {
            out.line(title);
            return;
        }
        out.open(title + " {");
        content.run();
        out.close("}");
    }
}
