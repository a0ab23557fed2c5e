package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.selection.SelectionResolver;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code @listSize} tells the size of a list by integer arguments of the field, or that of lists below it. */
final class ListSizeUses implements SubgraphRule {
    private static final TypeRef INT = new TypeRef.Named("Int");

    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.LIST_SIZE);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            for (Field field : type.fields().values()) {
                FederationUses.of(subgraph, field, KnownDirective.LIST_SIZE)
                        .forEach(use -> new Use(subgraph, field, use, findings).check());
            }
        }
    }

    private record Use(Subgraph subgraph, Field field, DirectiveUse use, Findings findings) {
        void check() {
            List<String> sizedFields = names("sizedFields");
            if (sizedFields.isEmpty()) {
                if (!isList(field.type())) {
                    error(ErrorCode.LIST_SIZE_APPLIED_TO_NON_LIST, "its type \"" + field.type() + "\" is no list");
                }
            } else {
                sizedFields(sizedFields);
            }
            if (use.argument("assumedSize").orElse(Literal.NULL) instanceof Literal.Int size
                    && size.digits().startsWith("-")
                    && !size.digits().equals("-0")) {
                error(ErrorCode.LIST_SIZE_INVALID_ASSUMED_SIZE, "the assumed size " + size + " is negative");
            }
            names("slicingArguments").forEach(this::slicingArgument);
        }

        private void slicingArgument(String name) {
            InputValue argument = field.arguments().get(name);
            if (argument == null) {
                error(ErrorCode.LIST_SIZE_INVALID_SLICING_ARGUMENT, "it has no argument \"" + name + "\"");
            } else if (!nullable(argument.type()).equals(INT)) {
                error(
                        ErrorCode.LIST_SIZE_INVALID_SLICING_ARGUMENT,
                        "its argument \"" + name + "\" is no Int but \"" + argument.type() + "\"");
            }
        }

        private void sizedFields(List<String> names) {
            if (!SelectionResolver.isComposite(subgraph.schema(), field.type().namedType())) {
                error(
                        ErrorCode.LIST_SIZE_INVALID_SIZED_FIELD,
                        "its type \"" + field.type() + "\" has no fields that sizedFields could name");
                return;
            }
            Optional<NamedType> type = subgraph.schema().type(field.type().namedType());
            type.ifPresent(parent -> names.forEach(name -> sizedField(parent, name)));
        }

        private void sizedField(NamedType parent, String name) {
            Field sized = parent.fields().get(name);
            if (sized == null) {
                error(
                        ErrorCode.LIST_SIZE_INVALID_SIZED_FIELD,
                        "its type \"" + parent.name() + "\" has no field \"" + name + "\"");
            } else if (!isList(sized.type())) {
                error(
                        ErrorCode.LIST_SIZE_APPLIED_TO_NON_LIST,
                        "the sized field \"" + sized.coordinate() + "\" is no list");
            }
        }

        /** The names in a list. A single string counts as a name that nothing has: the argument is a list. */
        private List<String> names(String argument) {
            return switch (use.argument(argument).orElse(Literal.NULL)) {
                case Literal.ListOf list -> list.items().stream().map(Use::name).toList();
                case Literal.Text text -> text.value().isEmpty() ? List.of() : List.of(text.toString());
                case Literal.Null ignored -> List.of();
                case Literal.Bool ignored -> List.of();
                case Literal.Int ignored -> List.of();
                case Literal.Decimal ignored -> List.of();
                case Literal.Symbol ignored -> List.of();
                case Literal.ObjectOf ignored -> List.of();
            };
        }

        private static String name(Literal item) {
            return item instanceof Literal.Text text ? text.value() : item.toString();
        }

        private void error(ErrorCode code, String problem) {
            findings.error(
                    code,
                    "[" + subgraph.name() + "] " + use + " does not fit \"" + field.coordinate() + "\": " + problem,
                    List.of(use.place()));
        }
    }

    private static TypeRef nullable(TypeRef type) {
        return type instanceof TypeRef.NonNull nonNull ? nonNull.type() : type;
    }

    private static boolean isList(TypeRef type) {
        return nullable(type) instanceof TypeRef.ListOf;
    }
}
