package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.ContextSelection;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An argument of a field whose value comes from an enclosing object: {@code @fromContext}. */
record ContextualArgument(Subgraph subgraph, Field field, InputValue argument, DirectiveUse use) {

    static void visit(Subgraph subgraph, Consumer<ContextualArgument> visitor) {
        for (NamedType type : subgraph.schema().types().values()) {
            for (Field field : type.fields().values()) {
                for (InputValue argument : field.arguments().values()) {
                    argument.uses(KnownDirective.FROM_CONTEXT)
                            .forEach(use -> visitor.accept(new ContextualArgument(subgraph, field, argument, use)));
                }
            }
        }
    }

    /** Whether the field is one of an object type. Only those can have contextual arguments. */
    boolean isOnObject() {
        return field.parent().kind() == TypeKind.OBJECT;
    }

    /** The context and what is selected of it; empty if the text names no context or selects nothing. */
    Optional<ContextSelection> selection() {
        return use.text("field").flatMap(ContextSelection::parse).filter(parsed -> !parsed.selection()
                .isEmpty());
    }

    void error(Findings findings, ErrorCode code, String problem) {
        findings.error(
                code,
                "[" + subgraph.name() + "] " + use + " on \"" + argument.coordinate() + "\" is not valid: " + problem,
                List.of(use.place()));
    }
}
