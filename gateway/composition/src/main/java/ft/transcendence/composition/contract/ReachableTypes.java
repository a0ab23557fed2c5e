package ft.transcendence.composition.contract;

import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** The types that operations can meet: those that something leads to from the root types or from arguments of directives. */
final class ReachableTypes {
    private final Schema api;
    private final Set<String> reached = new HashSet<>();
    private final Queue<String> queue = new ArrayDeque<>();

    private ReachableTypes(Schema api) {
        this.api = api;
    }

    static Set<String> of(Schema api) {
        ReachableTypes types = new ReachableTypes(api);
        api.roots().values().forEach(types::reach);
        for (DirectiveDefinition directive : api.directiveDefinitions().values()) {
            directive.arguments().values().forEach(types::input);
        }
        String name;
        while ((name = types.queue.poll()) != null) {
            api.type(name).ifPresent(types::follow);
        }
        return types.reached;
    }

    private void reach(String type) {
        if (reached.add(type)) {
            queue.add(type);
        }
    }

    private void follow(NamedType type) {
        for (Field field : type.fields().values()) {
            reach(field.type().namedType());
            field.arguments().values().forEach(this::input);
        }
        type.inputFields().values().forEach(this::input);
        type.interfaces().forEach(this::reach);
        type.members().forEach(this::reach);
        if (type.kind() == TypeKind.INTERFACE) {
            api.implementations(type.name()).forEach(this::reach);
        }
    }

    private void input(InputValue input) {
        reach(input.type().namedType());
    }
}
