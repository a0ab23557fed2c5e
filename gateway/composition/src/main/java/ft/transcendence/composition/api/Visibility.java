package ft.transcendence.composition.api;

import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What of a supergraph clients see. An element that is not hidden itself is hidden with the element that it is in. */
final class Visibility {
    private final Schema supergraph;
    private final SpecNames specNames;
    private final List<NamedType> ownTypes;

    Visibility(Schema supergraph) {
        this.supergraph = supergraph;
        this.specNames = new SpecNames(supergraph);
        this.ownTypes = supergraph.types().values().stream().filter(this::isOwn).toList();
    }

    Schema supergraph() {
        return supergraph;
    }

    SpecNames specNames() {
        return specNames;
    }

    /** Whether the element itself is marked. */
    static boolean isHidden(Element element) {
        return element.has(KnownDirective.INACCESSIBLE);
    }

    static boolean isVisible(Field field) {
        return !isHidden(field) && !isHidden(field.parent());
    }

    static boolean isVisible(Field field, InputValue argument) {
        return !isHidden(argument) && isVisible(field);
    }

    /** The types that the rules for subgraphs' elements are about: those that neither GraphQL nor a specification defines. */
    List<NamedType> ownTypes() {
        return ownTypes;
    }

    private boolean isOwn(NamedType type) {
        return !BuiltIns.isScalar(type.name()) && !specNames.isType(type.name());
    }

    /** Own types that clients see. */
    List<NamedType> visibleTypes() {
        return ownTypes.stream().filter(type -> !isHidden(type)).toList();
    }

    /** The interfaces that a type declares. */
    List<NamedType> interfaces(NamedType type) {
        return type.interfaces().stream()
                .map(supergraph::type)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The object types and interfaces that declare an interface. */
    List<NamedType> implementing(NamedType type) {
        return type.kind() != TypeKind.INTERFACE
                ? List.of()
                : supergraph.types().values().stream()
                        .filter(other -> other.interfaces().contains(type.name()))
                        .toList();
    }

    /** Calls back for every argument and input field that clients see, without those that belong to specifications. */
    void forVisibleInputs(Consumer<InputValue> consumer) {
        for (NamedType type : ownTypes) {
            forArguments(type, (field, argument) -> {
                if (isVisible(field, argument)) {
                    consumer.accept(argument);
                }
            });
            for (InputValue field : type.inputFields().values()) {
                if (!isHidden(field) && !isHidden(type)) {
                    consumer.accept(field);
                }
            }
        }
        for (DirectiveDefinition directive : supergraph.directiveDefinitions().values()) {
            if (!specNames.isDirective(directive.name())) {
                directive.arguments().values().stream()
                        .filter(argument -> !isHidden(argument))
                        .forEach(consumer);
            }
        }
    }

    static void forArguments(NamedType type, BiConsumer<Field, InputValue> consumer) {
        type.fields()
                .values()
                .forEach(field -> field.arguments().values().forEach(argument -> consumer.accept(field, argument)));
    }
}
