package ft.transcendence.composition.selection;

import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Resolves the text of selections against a schema. Fields are looked up from left to right, from the outside inwards, and the first mistake ends it:
 * the fields before it count as used, those after it do not.
 */
public final class SelectionResolver {
    static final String TYPENAME = "__typename";
    private static final TypeRef TYPENAME_TYPE = new TypeRef.NonNull(new TypeRef.Named("String"));

    private final Schema schema;
    private final Predicate<String> isDirective;

    /** @param isDirective whether a directive of this name, without {@code @}, exists beside those of GraphQL and the schema */
    public SelectionResolver(Schema schema, Predicate<String> isDirective) {
        this.schema = schema;
        this.isDirective = isDirective;
    }

    /** The resolver for a schema with its links. */
    public static SelectionResolver of(Schema schema, Links links) {
        return new SelectionResolver(schema, name -> links.directive(name).isPresent());
    }

    public Resolution resolve(NamedType parent, String text) {
        List<Field> visited = new ArrayList<>();
        try {
            List<String> names = SelectionParser.names(text);
            SelectionSet selections = names.isEmpty()
                    ? resolve(parent, SelectionParser.parse(text), visited)
                    : resolveNames(parent, names, visited);
            return new Resolution.Resolved(selections, visited);
        } catch (UnresolvedSelectionException e) {
            return new Resolution.Unresolved(String.valueOf(e.getMessage()), visited);
        }
    }

    /** Most selections are a few names, which need no parser. */
    private static SelectionSet resolveNames(NamedType parent, List<String> names, List<Field> visited) {
        List<Selection> selections = new ArrayList<>(names.size());
        for (String name : names) {
            Field field = visit(parent, name, visited);
            selections.add(new Selection.OfField(field, null, List.of(), List.of(), SelectionSet.EMPTY));
        }
        return SelectionSet.merged(selections);
    }

    private SelectionSet resolve(NamedType parent, graphql.language.SelectionSet written, List<Field> visited) {
        List<Selection> selections = new ArrayList<>();
        for (graphql.language.Selection<?> selection : written.getSelections()) {
            selections.add(
                    switch (selection) {
                        case graphql.language.Field field -> resolve(parent, field, visited);
                        case InlineFragment fragment -> resolve(parent, fragment, visited);
                        case FragmentSpread spread ->
                            throw new UnresolvedSelectionException(
                                    "it spreads the fragment \"" + spread.getName() + "\", which does not exist");
                        default -> throw new IllegalArgumentException("unknown selection " + selection);
                    });
        }
        return SelectionSet.merged(selections);
    }

    private Selection resolve(NamedType parent, graphql.language.Field written, List<Field> visited) {
        checkDirectives(written.getDirectives());
        Field field = visit(parent, written.getName(), visited);
        SelectionSet below = written.getSelectionSet() == null
                ? SelectionSet.EMPTY
                : resolve(typeWithFields(field), written.getSelectionSet(), visited);
        for (Argument argument : written.getArguments()) {
            checkArgument(field, argument);
        }
        return new Selection.OfField(field, written.getAlias(), written.getArguments(), written.getDirectives(), below);
    }

    private Selection resolve(NamedType parent, InlineFragment written, List<Field> visited) {
        checkDirectives(written.getDirectives());
        if (written.getTypeCondition() == null) {
            return new Selection.OfFragment(
                    null, written.getDirectives(), resolve(parent, written.getSelectionSet(), visited));
        }
        String name = written.getTypeCondition().getName();
        NamedType condition = schema.type(name).orElse(null);
        if (condition != null && !hasFields(condition)) {
            throw new UnresolvedSelectionException("a fragment on \"" + name + "\" has no fields to select");
        }
        // a condition on a type of other subgraphs alone restricts nothing here
        NamedType selected = condition == null ? parent : condition;
        return new Selection.OfFragment(
                condition, written.getDirectives(), resolve(selected, written.getSelectionSet(), visited));
    }

    private static Field visit(NamedType parent, String name, List<Field> visited) {
        if (name.equals(TYPENAME)) {
            return new Field(TYPENAME, parent, TYPENAME_TYPE, 0, List.of());
        }
        Field field = parent.fields().get(name);
        if (field == null) {
            throw new UnresolvedSelectionException(
                    "the type \"" + parent.name() + "\" has no field \"" + name + "\" in this subgraph");
        }
        visited.add(field);
        return field;
    }

    private NamedType typeWithFields(Field field) {
        return schema.type(field.type().namedType())
                .filter(SelectionResolver::hasFields)
                .orElseThrow(() -> new UnresolvedSelectionException("\"" + field.coordinate()
                        + "\" has no fields to select, as its type is \"" + field.type() + "\""));
    }

    private static boolean hasFields(NamedType type) {
        return switch (type.kind()) {
            case OBJECT, INTERFACE, UNION -> true;
            case SCALAR, ENUM, INPUT_OBJECT -> false;
        };
    }

    private void checkDirectives(List<Directive> directives) {
        for (Directive directive : directives) {
            String name = directive.getName();
            boolean isKnown = BuiltIns.isDirective(name)
                    || BuiltIns.isIncrementalDelivery(name)
                    || schema.directiveDefinitions().containsKey(name)
                    || isDirective.test(name);
            if (!isKnown) {
                throw new UnresolvedSelectionException("the directive \"@" + name + "\" does not exist");
            }
        }
    }

    private void checkArgument(Field field, Argument argument) {
        InputValue definition = field.arguments().get(argument.getName());
        if (definition == null) {
            throw new UnresolvedSelectionException(
                    "\"" + field.coordinate() + "\" has no argument \"" + argument.getName() + "\"");
        }
        ArgumentValues.problem(schema, definition.type(), argument.getValue()).ifPresent(problem -> {
            throw new UnresolvedSelectionException(
                    "the argument \"" + argument.getName() + "\" of \"" + field.coordinate() + "\" is " + problem);
        });
    }

    /** Whether fields of the type can be selected: it is an object type, an interface or a union. */
    public static boolean isComposite(Schema schema, String type) {
        TypeKind kind = schema.kind(type).orElse(TypeKind.SCALAR);
        return kind == TypeKind.OBJECT || kind == TypeKind.INTERFACE || kind == TypeKind.UNION;
    }
}
