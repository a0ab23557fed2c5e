package ft.transcendence.composition.subgraph;

import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.selection.Resolution;
import ft.transcendence.composition.selection.SelectionResolver;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the directives of a subgraph's schema say of its fields together: which ones it resolves, shares and uses. Computed from the schema as it
 * is; a changed schema needs new facts.
 */
public final class SubgraphFacts {
    private final Schema schema;
    private final boolean isFederation1;
    private final SelectionResolver resolver;
    private final ContextFields contexts;
    private final Map<DirectiveUse, Optional<Resolution>> selections = new IdentityHashMap<>();
    private final Map<String, List<NamedType>> implementations = new HashMap<>();
    /** Externals of the key of an extension: the subgraph does resolve them. Federation 1 demanded the directive there. */
    private final Set<Field> keysOfExtensions = fields();

    private final Set<Field> provided = fields();
    private final Set<Field> used = fields();
    private final Set<Field> shareable = fields();

    private final Set<KnownDirective> directives = EnumSet.noneOf(KnownDirective.class);

    private SubgraphFacts(Subgraph subgraph) {
        schema = subgraph.schema();
        isFederation1 = subgraph.isFederation1();
        resolver = SelectionResolver.of(subgraph.schema(), subgraph.links());
        contexts = new ContextFields(schema, resolver);
        for (NamedType type : schema.types().values()) {
            directives(type);
            implementation(type);
            keysOfExtensions(type);
        }
        for (DirectiveDefinition definition : schema.directiveDefinitions().values()) {
            definition.arguments().values().forEach(this::directivesOf);
        }
        for (NamedType type : schema.types().values()) {
            provided(type);
        }
        for (Field field : provided) {
            if (isExternal(field)) {
                shareable.add(field);
            }
        }
        for (NamedType type : schema.types().values()) {
            used(type);
            shareable(type);
        }
        if (directives.contains(KnownDirective.FROM_CONTEXT)) {
            contexts.visit(field -> withImplementations(field, used));
        }
    }

    /** Loops instead of streams here and below: every schema comes through, and most elements have no directive. */
    private void directives(NamedType type) {
        directivesOf(type);
        for (Field field : type.fields().values()) {
            directivesOf(field);
            for (InputValue argument : field.arguments().values()) {
                directivesOf(argument);
            }
        }
    }

    private void directivesOf(Element element) {
        for (DirectiveUse use : element.directives()) {
            if (use.known() != null) {
                directives.add(use.known());
            }
        }
    }

    private void implementation(NamedType type) {
        if (type.kind() == TypeKind.OBJECT) {
            for (String interfaceName : type.interfaces()) {
                implementations
                        .computeIfAbsent(interfaceName, ignored -> new ArrayList<>())
                        .add(type);
            }
        }
    }

    private static Set<Field> fields() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    public static SubgraphFacts of(Subgraph subgraph) {
        return new SubgraphFacts(subgraph);
    }

    /** Whether the subgraph declares the field without resolving it, except where it is provided. */
    public boolean isExternal(Field field) {
        boolean isMarked = field.has(KnownDirective.EXTERNAL)
                || !isFederation1
                        && field.parent().kind() == TypeKind.OBJECT
                        && field.parent().has(KnownDirective.EXTERNAL);
        return isMarked && !keysOfExtensions.contains(field);
    }

    /** Whether a marked field is resolved after all, because it is in the key of an extension. */
    public boolean isKeyOfExtension(Field field) {
        return keysOfExtensions.contains(field);
    }

    /** Whether the subgraph resolves the external field on some paths: {@code @provides}. */
    public boolean isPartiallyExternal(Field field) {
        return isExternal(field) && provided.contains(field);
    }

    /** Whether the subgraph never resolves the field. */
    public boolean isFullyExternal(Field field) {
        return isExternal(field) && !provided.contains(field);
    }

    /** Whether a key, requirement, provided selection or context selects the field, or an interface demands it. */
    public boolean isUsed(Field field) {
        return used.contains(field);
    }

    /** Whether a type, a field or an argument has the directive. */
    public boolean hasAny(KnownDirective directive) {
        return directives.contains(directive);
    }

    /** Whether other subgraphs may resolve the field too. */
    public boolean isShareable(Field field) {
        return shareable.contains(field);
    }

    /** Whether the type stands for all implementations of an interface of other subgraphs. */
    public static boolean isInterfaceObject(NamedType type) {
        return type.kind() == TypeKind.OBJECT && type.has(KnownDirective.INTERFACE_OBJECT);
    }

    /** Whether the value of an argument comes from an enclosing object. */
    public static boolean isContextual(InputValue argument) {
        return argument.has(KnownDirective.FROM_CONTEXT);
    }

    /** Whether a directive of a type stands on an extension of the type. */
    public static boolean isOfExtension(NamedType type, DirectiveUse use) {
        return isExtension(type, use.declaration());
    }

    /** The object types that declare an interface, in the order of the schema. */
    public List<NamedType> implementations(NamedType interfaceType) {
        return implementations.getOrDefault(interfaceType.name(), List.of());
    }

    /** The types that set a context of the subgraph, by its name. */
    public Map<String, List<NamedType>> typesByContext() {
        return contexts.typesByContext();
    }

    /** Resolves a selection against the subgraph's schema. */
    public Resolution resolve(NamedType parent, String selection) {
        return resolver.resolve(parent, selection);
    }

    /** The fields of a {@code @key} on a type or a {@code @requires} on one of its fields; empty if they are no string. */
    public Optional<Resolution> selection(NamedType type, DirectiveUse use) {
        return selections.computeIfAbsent(use, ignored -> use.text("fields").map(text -> resolver.resolve(type, text)));
    }

    /** The fields of a {@code @provides} on a field; empty if they are no string or the field's type has no fields. */
    public Optional<Resolution> provided(Field field, DirectiveUse use) {
        String type = field.type().namedType();
        return SelectionResolver.isComposite(schema, type)
                ? schema.type(type).flatMap(parent -> selection(parent, use))
                : Optional.empty();
    }

    /** Adds a field and, if it is one of an interface, the same field of all implementations. */
    private void withImplementations(Field field, Set<Field> fields) {
        fields.add(field);
        if (field.parent().kind() == TypeKind.INTERFACE) {
            implementations(field, fields);
        }
    }

    private void implementations(Field field, Set<Field> fields) {
        for (NamedType type : implementations(field.parent())) {
            Field implementation = type.fields().get(field.name());
            if (implementation != null) {
                fields.add(implementation);
            }
        }
    }

    private static boolean isExtension(NamedType type, int declaration) {
        return declaration >= 0
                && declaration < type.declarations().size()
                && type.declarations().get(declaration).isExtension();
    }

    private static boolean isOnSameDeclaration(Field field, DirectiveUse use) {
        return use.declaration() == field.declaration()
                || !isExtension(field.parent(), use.declaration()) && !isExtension(field.parent(), field.declaration());
    }

    private void keysOfExtensions(NamedType type) {
        for (DirectiveUse use : type.directives()) {
            if (use.is(KnownDirective.KEY) && (isOfExtension(type, use) || type.has(KnownDirective.EXTENDS))) {
                for (Field field : visited(selection(type, use))) {
                    if (field.has(KnownDirective.EXTERNAL)) {
                        keysOfExtensions.add(field);
                    }
                }
            }
        }
    }

    private static List<Field> visited(Optional<Resolution> selection) {
        return selection.isPresent() ? selection.get().visited() : List.of();
    }

    private void provided(NamedType type) {
        for (Field field : type.fields().values()) {
            provided(field, provided);
        }
    }

    private void provided(Field field, Set<Field> fields) {
        for (DirectiveUse use : field.directives()) {
            if (use.is(KnownDirective.PROVIDES)) {
                for (Field below : visited(provided(field, use))) {
                    withImplementations(below, fields);
                }
            }
        }
    }

    private void keys(NamedType type, Set<Field> fields) {
        for (DirectiveUse use : type.directives()) {
            if (use.is(KnownDirective.KEY)) {
                for (Field field : visited(selection(type, use))) {
                    withImplementations(field, fields);
                }
            }
        }
    }

    private void used(NamedType type) {
        keys(type, used);
        for (Field field : type.fields().values()) {
            provided(field, used);
            for (DirectiveUse use : field.directives()) {
                if (use.is(KnownDirective.REQUIRES)) {
                    for (Field required : visited(selection(type, use))) {
                        withImplementations(required, used);
                    }
                }
            }
            if (type.kind() == TypeKind.INTERFACE) {
                implementations(field, used);
            }
        }
    }

    private void shareable(NamedType type) {
        if (type.kind() != TypeKind.OBJECT && type.kind() != TypeKind.INTERFACE) {
            return;
        }
        keys(type, shareable);
        if (type.kind() == TypeKind.INTERFACE) {
            return;
        }
        for (Field field : type.fields().values()) {
            if (field.has(KnownDirective.SHAREABLE) || hasSharedDeclaration(type, field)) {
                shareable.add(field);
            }
        }
    }

    private static boolean hasSharedDeclaration(NamedType type, Field field) {
        for (DirectiveUse use : type.directives()) {
            if (use.is(KnownDirective.SHAREABLE) && isOnSameDeclaration(field, use)) {
                return true;
            }
        }
        return false;
    }
}
