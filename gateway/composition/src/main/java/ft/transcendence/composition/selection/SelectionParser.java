package ft.transcendence.composition.selection;

import ft.transcendence.composition.schema.Names;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the text of a selection, with or without braces around it. */
public final class SelectionParser {
    private SelectionParser() {}

    /** The selections as written; empty if the text is no selection. */
    public static Optional<SelectionSet> written(String text) {
        try {
            return Optional.of(parse(text));
        } catch (UnresolvedSelectionException e) {
            return Optional.empty();
        }
    }

    /** The names that the whole text consists of, if it is nothing but names; empty otherwise. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int start = position;
            while (position < text.length() && Names.isPart(text.charAt(position))) {
                position++;
            }
            if (start < position && !Names.isDigit(text.charAt(start))) {
                names.add(text.substring(start, position));
            } else if (start == position && text.charAt(position) == ' ') {
                position++;
            } else {
                return List.of();
            }
        }
        return names;
    }

    /** @throws UnresolvedSelectionException if the text is no selection */
    static SelectionSet parse(String text) {
        String braced = text.strip().startsWith("{") ? text : "{" + text + "}";
        Document document;
        try {
            document = Parser.parse(braced);
        } catch (InvalidSyntaxException e) {
            throw new UnresolvedSelectionException("it is no selection of fields");
        }
        if (document.getDefinitions().size() != 1
                || !(document.getDefinitions().getFirst() instanceof OperationDefinition operation)) {
            throw new UnresolvedSelectionException("it is more than one selection of fields");
        }
        return operation.getSelectionSet();
    }
}
