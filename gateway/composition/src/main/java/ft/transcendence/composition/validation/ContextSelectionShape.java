package ft.transcendence.composition.validation;

import ft.transcendence.composition.selection.SelectionParser;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** How the selection of a contextual argument is written. */
sealed interface ContextSelectionShape {

    /** One field. */
    record OneField() implements ContextSelectionShape {}

    /** Fragments on different types. */
    record Fragments(Set<String> typeConditions) implements ContextSelectionShape {}

    /** None of these. */
    record Invalid(String problem) implements ContextSelectionShape {}

    static ContextSelectionShape of(String text) {
        Optional<SelectionSet> written = SelectionParser.written(text);
        if (written.isEmpty()) {
            return new Invalid("it selects no field");
        }
        return switch (written.get().getSelections().getFirst()) {
            case Field ignored ->
                written.get().getSelections().size() == 1
                        ? new OneField()
                        : new Invalid("it selects more than one field");
            case InlineFragment ignored -> fragments(written.get());
            case FragmentSpread ignored -> new Invalid("it spreads a named fragment");
            case Selection<?> other -> throw new IllegalArgumentException("unknown selection " + other);
        };
    }

    private static ContextSelectionShape fragments(SelectionSet written) {
        Set<String> conditions = new LinkedHashSet<>();
        for (Selection<?> selection : written.getSelections()) {
            if (!(selection instanceof InlineFragment fragment)) {
                return new Invalid("it selects fields beside fragments");
            }
            boolean isNew = fragment.getTypeCondition() != null
                    && conditions.add(fragment.getTypeCondition().getName());
            if (!isNew) {
                return new Invalid("its fragments are not on different types");
            }
        }
        return new Fragments(conditions);
    }
}
