package ft.transcendence.composition.subgraph;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.selection.SelectionResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The fields that arguments with {@code @fromContext} select. */
final class ContextFields {
    private final Schema schema;
    private final SelectionResolver resolver;
    private final Map<String, List<NamedType>> typesByContext = new LinkedHashMap<>();

    ContextFields(Schema schema, SelectionResolver resolver) {
        this.schema = schema;
        this.resolver = resolver;
        for (NamedType type : schema.types().values()) {
            for (DirectiveUse use : type.directives()) {
                if (use.is(KnownDirective.CONTEXT)) {
                    String name = use.text("name").orElse("");
                    typesByContext
                            .computeIfAbsent(name, ignored -> new ArrayList<>())
                            .add(type);
                }
            }
        }
    }

    /** The types that set each context. */
    Map<String, List<NamedType>> typesByContext() {
        return typesByContext;
    }

    void visit(Consumer<Field> visitor) {
        if (typesByContext.isEmpty()) {
            return;
        }
        for (NamedType type : schema.types().values()) {
            for (Field field : type.fields().values()) {
                for (InputValue argument : field.arguments().values()) {
                    argument.uses(KnownDirective.FROM_CONTEXT).forEach(use -> visit(use, visitor));
                }
            }
        }
    }

    private void visit(DirectiveUse use, Consumer<Field> visitor) {
        use.text("field").flatMap(ContextSelection::parse).ifPresent(selection -> {
            for (NamedType type : typesByContext.getOrDefault(selection.context(), List.of())) {
                resolver.resolve(type, selection.selection()).visited().forEach(visitor);
            }
        });
    }
}
