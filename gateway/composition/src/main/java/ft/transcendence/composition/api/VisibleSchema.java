package ft.transcendence.composition.api;

import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies what clients see of a supergraph. */
final class VisibleSchema {

    private final Schema supergraph;
    private final SpecNames specNames;
    private final Schema api = new Schema();

    private VisibleSchema(Visibility visibility) {
        this.supergraph = visibility.supergraph();
        this.specNames = visibility.specNames();
    }

    static Schema copy(Visibility visibility) {
        return new VisibleSchema(visibility).copy();
    }

    private Schema copy() {
        copyElement(supergraph.element(), api.element());
        supergraph.roots().forEach((kind, type) -> {
            if (isVisibleType(type)) {
                api.roots().put(kind, type);
            }
        });
        for (NamedType type : supergraph.types().values()) {
            if (isVisibleType(type.name())) {
                api.types().put(type.name(), copy(type));
            }
        }
        for (DirectiveDefinition directive : supergraph.directiveDefinitions().values()) {
            if (isVisibleDirective(directive.name())) {
                api.directiveDefinitions().put(directive.name(), copy(directive));
            }
        }
        return api;
    }

    private boolean isVisibleType(String name) {
        return !specNames.isType(name)
                && supergraph.type(name).filter(Visibility::isHidden).isEmpty();
    }

    private boolean isVisibleDirective(String name) {
        return !specNames.isDirective(name) && !BuiltIns.isIncrementalDelivery(name);
    }

    private NamedType copy(NamedType type) {
        NamedType copy = new NamedType(type.name(), type.kind());
        copyElement(type, copy);
        copy.declarations().addAll(type.declarations());
        type.interfaces().stream().filter(this::isVisibleType).forEach(copy.interfaces()::add);
        type.members().stream().filter(this::isVisibleType).forEach(copy.members()::add);
        for (Field field : type.fields().values()) {
            if (!Visibility.isHidden(field)) {
                copy.fields().put(field.name(), copy(field, copy));
            }
        }
        copy.inputFields().putAll(copy(type.inputFields().values()));
        for (EnumValue value : type.values().values()) {
            if (!Visibility.isHidden(value)) {
                EnumValue copiedValue = new EnumValue(value.name(), value.coordinate(), value.places());
                copyElement(value, copiedValue);
                copy.values().put(value.name(), copiedValue);
            }
        }
        return copy;
    }

    private Field copy(Field field, NamedType parent) {
        Field copy = new Field(field.name(), parent, field.type(), field.declaration(), field.places());
        copyElement(field, copy);
        copy.arguments().putAll(copy(field.arguments().values()));
        return copy;
    }

    private Map<String, InputValue> copy(Collection<InputValue> inputs) {
        Map<String, InputValue> copies = new LinkedHashMap<>();
        for (InputValue input : inputs) {
            if (!Visibility.isHidden(input)) {
                InputValue copy = new InputValue(
                        input.name(),
                        input.coordinate(),
                        input.type(),
                        input.defaultValue().orElse(null),
                        input.places());
                copyElement(input, copy);
                copies.put(input.name(), copy);
            }
        }
        return copies;
    }

    private DirectiveDefinition copy(DirectiveDefinition directive) {
        return new DirectiveDefinition(
                directive.name(),
                directive.description(),
                copy(directive.arguments().values()),
                directive.repeatable(),
                directive.locations(),
                directive.places());
    }

    private void copyElement(Element from, Element to) {
        to.describe(from.description().orElse(null));
        from.directives().stream().filter(use -> isVisibleDirective(use.name())).forEach(to.directives()::add);
    }
}
