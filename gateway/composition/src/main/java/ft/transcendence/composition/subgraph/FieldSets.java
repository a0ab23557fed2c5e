package ft.transcendence.composition.subgraph;

import ft.transcendence.composition.schema.Names;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.FieldSetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Field sets of directives, read as far as they are valid: validation has told of the others. */
public final class FieldSets {
    private FieldSets() {}

    /** Parses a field set; empty if the text is not a selection. Most keys are a few names, which need no parser. */
    public static Optional<FieldSet> parse(String text) {
        List<FieldSet.Part> names = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int start = position;
            while (position < text.length() && Names.isPart(text.charAt(position))) {
                position++;
            }
            if (start < position) {
                names.add(new FieldSet.Field(text.substring(start, position), List.of(), FieldSet.EMPTY));
            } else if (text.charAt(position) == ' ') {
                position++;
            } else {
                return parsed(text);
            }
        }
        return names.isEmpty() || Character.isDigit(text.strip().charAt(0))
                ? parsed(text)
                : Optional.of(new FieldSet(names));
    }

    private static Optional<FieldSet> parsed(String text) {
        try {
            return Optional.of(FieldSetParser.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
