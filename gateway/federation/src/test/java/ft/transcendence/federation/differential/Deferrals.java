package ft.transcendence.federation.differential;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;

/** Puts {@code @defer} at random places of an operation: on its fragments, and on new ones around some of its fields. */
final class Deferrals {

    private static final int MOST = 12;

    private final Dice dice;
    private int count;

    private Deferrals(Dice dice) {
        this.dice = dice;
    }

    static String addTo(String operation, Dice dice) {
        Deferrals deferrals = new Deferrals(dice);
        Document document = Parser.parse(operation);
        Document.Builder changed = Document.newDocument();
        document.getDefinitions()
                .forEach(definition -> changed.definition(
                        switch (definition) {
                            case OperationDefinition root -> {
                                boolean isQuery = root.getOperation() == OperationDefinition.Operation.QUERY;
                                SelectionSet selections = deferrals.changed(root.getSelectionSet(), isQuery);
                                yield root.transform(one -> one.selectionSet(selections));
                            }
                            case FragmentDefinition fragment -> {
                                SelectionSet selections = deferrals.changed(
                                        fragment.getSelectionSet(),
                                        !fragment.getTypeCondition().getName().equals("Mutation"));
                                yield fragment.transform(one -> one.selectionSet(selections));
                            }
                            default -> definition;
                        }));
        return AstPrinter.printAst(changed.build());
    }

    private SelectionSet changed(SelectionSet selections, boolean mayDefer) {
        List<Selection<?>> changed = new ArrayList<>();
        for (Selection<?> selection : selections.getSelections()) {
            Selection<?> below =
                    switch (selection) {
                        case Field field ->
                            field.getSelectionSet() == null
                                    ? field
                                    : field.transform(one -> one.selectionSet(changed(field.getSelectionSet(), true)));
                        case InlineFragment fragment ->
                            fragment.transform(one -> one.selectionSet(changed(fragment.getSelectionSet(), mayDefer)));
                        default -> selection;
                    };
            boolean defers = mayDefer && count < MOST && dice.percent(30);
            if (!defers) {
                changed.add(below);
                continue;
            }
            if (below instanceof Field && dice.percent(15)) {
                // the field stays where it was, too
                changed.add(selection);
            }
            changed.add(deferred(below));
        }
        return SelectionSet.newSelectionSet(changed).build();
    }

    private Selection<?> deferred(Selection<?> selection) {
        Directive.Builder defer = Directive.newDirective().name("defer");
        if (dice.percent(70)) {
            defer.argument(new Argument("label", new StringValue("d" + count)));
        }
        count++;
        Directive directive = defer.build();
        return switch (selection) {
            case InlineFragment fragment -> fragment.transform(one -> one.directive(directive));
            case FragmentSpread spread -> spread.transform(one -> one.directive(directive));
            default ->
                InlineFragment.newInlineFragment()
                        .directive(directive)
                        .selectionSet(SelectionSet.newSelectionSet()
                                .selection(selection)
                                .build())
                        .build();
        };
    }
}
