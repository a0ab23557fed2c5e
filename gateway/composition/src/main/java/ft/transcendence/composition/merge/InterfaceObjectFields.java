package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;

/** Copies the fields that interface objects give to an interface onto its implementations, which no subgraph resolves them for by itself. */
final class InterfaceObjectFields {
    private final MergeState state;
    private final AppliedDirectives appliedDirectives;
    private final FieldSharing sharing;

    InterfaceObjectFields(MergeState state, AppliedDirectives appliedDirectives, FieldSharing sharing) {
        this.state = state;
        this.appliedDirectives = appliedDirectives;
        this.sharing = sharing;
    }

    void copy() {
        for (NamedType type : List.copyOf(state.supergraph().types().values())) {
            if (type.kind() == TypeKind.OBJECT) {
                for (String name : type.interfaces()) {
                    state.supergraph().type(name).ifPresent(implemented -> copy(implemented, type));
                }
            }
        }
    }

    private void copy(NamedType implemented, NamedType type) {
        for (Field field : implemented.fields().values()) {
            if (!state.isFieldOfInterfaceObject(field.name(), implemented.name())) {
                continue;
            }
            Field existing = type.fields().get(field.name());
            if (existing == null) {
                add(field, type);
            } else if (isFullyExternal(existing)) {
                appliedDirectives.mergeAccessRules(existing);
                copyDirectives(field, existing);
            }
        }
    }

    private static boolean isFullyExternal(Field field) {
        List<DirectiveUse> joins = field.directives().stream()
                .filter(use -> use.name().equals("join__field"))
                .toList();
        return !joins.isEmpty()
                && joins.stream().allMatch(use -> use.flag("external").orElse(false));
    }

    private void add(Field field, NamedType type) {
        Field added = new Field(field.name(), type, field.type(), 0, field.places());
        type.fields().put(field.name(), added);
        added.describe(field.description().orElse(null));
        appliedDirectives.mergeAccessRules(added);
        copyDirectives(field, added);
        for (InputValue argument : field.arguments().values()) {
            InputValue copied = new InputValue(
                    argument.name(),
                    added.coordinate() + "(" + argument.name() + ":)",
                    argument.type(),
                    argument.defaultValue().orElse(null),
                    argument.places());
            copied.describe(argument.description().orElse(null));
            copyDirectives(argument, copied);
            added.arguments().put(argument.name(), copied);
        }
        JoinFields.addForInterfaceObject(added);
        sharing.check(new Sources<>(state.numbers()), added, FieldOverride.NONE);
    }

    private static void copyDirectives(Element from, Element to) {
        from.directives().stream()
                .filter(use -> !use.name().startsWith("join__") && !isAccessRule(use))
                .forEach(use -> to.directives().add(use));
    }

    private static boolean isAccessRule(DirectiveUse use) {
        return AccessRuleSources.DIRECTIVES.stream().anyMatch(use::is);
    }
}
