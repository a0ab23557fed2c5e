package ft.transcendence.gateway.cache;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the root fields of documents that the engine has written. */
final class RootFields {
    private final Map<String, SelectionSet> fragments = new HashMap<>();
    private final List<Field> fields = new ArrayList<>();

    private RootFields() {}

    static List<Field> of(String query) {
        RootFields found = new RootFields();
        Document document = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(query)
                        // the engine's own documents have a limit of their own
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> found.fragments.put(fragment.getName(), fragment.getSelectionSet()));
        document.getDefinitionsOfType(OperationDefinition.class)
                .forEach(operation -> found.add(operation.getSelectionSet()));
        return found.fields;
    }

    private void add(@Nullable SelectionSet selections) {
        for (Selection<?> selection : selections == null ? List.<Selection<?>>of() : selections(selections)) {
            switch (selection) {
                case Field field -> fields.add(field);
                case InlineFragment fragment -> add(fragment.getSelectionSet());
                case FragmentSpread spread -> add(fragments.get(spread.getName()));
                default -> throw new IllegalArgumentException("An unknown kind of selection");
            }
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Selection<?>> selections(SelectionSet set) {
        return (List) set.getSelections();
    }
}
