package ft.transcendence.federation.executor.projection;

import ft.transcendence.federation.executor.projection.ProjectedField.Source;
import ft.transcendence.federation.executor.tree.MergedTree;
import ft.transcendence.federation.executor.tree.Shape;
import ft.transcendence.federation.executor.tree.TypeNumbers;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.operation.DeferredField;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.TypeClasses;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a normalized operation into the shape of the client's response. An operation with deferred parts has a shape for each part at each
 * object where the part begins, and one for each deferred fragment.
 */
public final class ShapeCompiler {

    private final GraphQLSchema schema;
    private final TypeNumbers types;
    private final Predicate<NormalizedField> denied;
    private final Map<String, LeafType> leafTypes = new HashMap<>();
    private Deferral deferral = Deferral.NONE;
    private final Map<SiteKey, ObjectShape> sites = new HashMap<>();
    private final Map<Integer, ObjectShape> fragments = new HashMap<>();

    /** Which fields of the operation a shape has. */
    private sealed interface View {

        boolean shows(NormalizedField field);

        /** What one part delivers. */
        record OfPart(int part) implements View {
            @Override
            public boolean shows(NormalizedField field) {
                return field.part() == part;
            }
        }

        /** What one deferred fragment selects. */
        record OfFragment(int fragment) implements View {
            @Override
            public boolean shows(NormalizedField field) {
                return field.deferred().isIn(fragment);
            }
        }
    }

    /** The selection set of a position of the operation: its static type, its fields, the deferred fragments in it, and the shape of its objects. */
    private record Position(String type, List<NormalizedField> fields, List<DeferredField.Place> places, Shape shape) {}

    private record SiteKey(Position position, int part) {}

    /** @param denied the fields that the caller may not see */
    public ShapeCompiler(GraphQLSchema schema, TypeNumbers types, Predicate<NormalizedField> denied) {
        this.schema = schema;
        this.types = types;
        this.denied = denied;
    }

    public ObjectShape compile(NormalizedOperation operation, Shape root) {
        Position position = new Position(
                operation.rootType(), operation.fields(), operation.deferral().places(), root);
        deferral = operation.deferral();
        View primary = new View.OfPart(0);
        return object(position, primary, point(position, primary));
    }

    /** What is announced with the objects of a class of types; null for nothing. */
    private interface Announcement {
        @Nullable DeferralPoint of(TypeClasses alike);
    }

    /** Announces the deferred fragments, and the parts that deliver the fields which are not written with the object. */
    private Announcement point(Position position, View writing) {
        return alike -> {
            List<DeferralPoint.Fragment> begun = position.places().stream()
                    .filter(place -> applies(place, alike))
                    .map(place -> new DeferralPoint.Fragment(place.fragment(), fragment(position, place.fragment())))
                    .toList();
            List<DeferralPoint.Site> others = alike.fields().stream()
                    .filter(field -> writing instanceof View.OfPart && !writing.shows(field))
                    .map(NormalizedField::part)
                    .distinct()
                    .map(part -> new DeferralPoint.Site(part, site(position, part)))
                    .toList();
            return begun.isEmpty() && others.isEmpty() ? null : new DeferralPoint(begun, others);
        };
    }

    /** Announces the fragments that are directly inside of a fragment and apply to the same object. */
    private Announcement inside(Position position, int fragment) {
        return alike -> {
            List<DeferralPoint.Fragment> begun = position.places().stream()
                    .filter(place -> deferral.fragments().get(place.fragment()).parent() == fragment)
                    .filter(place -> applies(place, alike))
                    .map(place -> new DeferralPoint.Fragment(place.fragment(), fragment(position, place.fragment())))
                    .toList();
            return begun.isEmpty() ? null : new DeferralPoint(begun, List.of());
        };
    }

    /** Whether a fragment is for all types of a class. One that is for some of them has no fields, which would set these types apart. */
    private static boolean applies(DeferredField.Place place, TypeClasses alike) {
        return place.objectTypes().containsAll(alike.objectTypes());
    }

    private ObjectShape site(Position position, int part) {
        SiteKey key = new SiteKey(position, part);
        ObjectShape known = sites.get(key);
        if (known == null) {
            known = object(position, new View.OfPart(part), alike -> null);
            sites.put(key, known);
        }
        return known;
    }

    private ObjectShape fragment(Position position, int fragment) {
        ObjectShape known = fragments.get(fragment);
        if (known == null) {
            known = object(position, new View.OfFragment(fragment), inside(position, fragment));
            fragments.put(fragment, known);
        }
        return known;
    }

    private ObjectShape object(Position position, View view, Announcement announcement) {
        String typeName = position.type();
        List<NormalizedField> fields = position.fields();
        Map<NormalizedField, ProjectedField> compiled = new IdentityHashMap<>();
        fields.stream()
                .filter(view::shows)
                .forEach(field -> compiled.put(field, field(typeName, field, position.shape(), view)));
        boolean concrete = schema.getType(typeName) instanceof GraphQLObjectType;
        List<String> possible = concrete ? List.of(typeName) : List.copyOf(possibleTypes(typeName));
        ObjectShape.@Nullable Fields[] byType = new ObjectShape.Fields[types.bound()];
        for (TypeClasses alike : TypeClasses.of(possible, fields)) {
            ObjectShape.Fields shown = fields(alike, compiled, announcement);
            alike.objectTypes().forEach(objectType -> byType[types.numberOf(objectType)] = shown);
        }
        boolean same = fields.stream().allMatch(NormalizedField::forAllTypes);
        byType[MergedTree.UNKNOWN_TYPE] =
                same ? fields(new TypeClasses(possible, fields), compiled, announcement) : null;
        int onlyType = concrete ? types.numberOf(typeName) : MergedTree.UNKNOWN_TYPE;
        return new ObjectShape(typeName, onlyType, byType);
    }

    private static ObjectShape.Fields fields(
            TypeClasses alike, Map<NormalizedField, ProjectedField> compiled, Announcement announcement) {
        DeferralPoint point = announcement.of(alike);
        return new ObjectShape.Fields(Stream.concat(
                        alike.fields().stream().map(compiled::get),
                        point == null ? Stream.empty() : Stream.of(ProjectedField.of(point)))
                .filter(Objects::nonNull)
                .toArray(ProjectedField[]::new));
    }

    private Set<String> possibleTypes(String abstractType) {
        Set<String> names = new LinkedHashSet<>();
        switch (schema.getType(abstractType)) {
            case GraphQLUnionType union -> union.getTypes().forEach(member -> names.add(member.getName()));
            case GraphQLInterfaceType anInterface -> {
                schema.getImplementations(anInterface).forEach(implementation -> names.add(implementation.getName()));
                if (names.isEmpty()) {
                    names.add(abstractType);
                }
            }
            case null, default -> throw new IllegalStateException("Not a composite type: " + abstractType);
        }
        return names;
    }

    private ProjectedField field(String parent, NormalizedField field, Shape shape, View view) {
        JsonWriter member = new JsonWriter(field.responseKey().length() + 4);
        member.write(',');
        member.writeString(field.responseKey());
        member.write(':');
        Source source = source(field);
        int slot = -1;
        ValueShape value = null;
        if (source == Source.SLOT) {
            slot = shape.slot(field.mergedKey());
            shape.showAs(slot, field.responseKey());
            value = value(field.type(), field, shape, slot, view);
        }
        return new ProjectedField(
                field.responseKey(),
                member.toByteArray(),
                parent + '.' + field.name(),
                source,
                slot,
                value,
                field.type().isNonNull(),
                null);
    }

    private Source source(NormalizedField field) {
        if (denied.test(field)) {
            return Source.DENIED;
        }
        if (field.isTypename()) {
            return Source.TYPENAME;
        }
        return field.isIntrospection() ? Source.INTROSPECTION : Source.SLOT;
    }

    private ValueShape value(TypeRef type, NormalizedField field, Shape shape, int slot, View view) {
        TypeRef nullable = type instanceof TypeRef.NonNull nonNull ? nonNull.type() : type;
        ValueShape item = null;
        ObjectShape object = null;
        LeafType leaf = null;
        if (nullable instanceof TypeRef.ListOf list) {
            item = value(list.item(), field, shape, slot, view);
        } else if (!field.composite()) {
            leaf = leafTypes.computeIfAbsent(nullable.namedType(), this::leafType);
        } else {
            Position position = new Position(
                    nullable.namedType(), field.fields(), field.deferred().below(), shape.child(slot));
            object = object(position, view, point(position, view));
        }
        return new ValueShape(type.toString(), type.isNonNull(), item, object, leaf);
    }

    private LeafType leafType(String name) {
        return schema.getType(name) instanceof GraphQLEnumType enumType
                ? LeafType.enumeration(enumType.getValues().stream()
                        .map(GraphQLEnumValueDefinition::getName)
                        .toList())
                : LeafType.scalar(name);
    }
}
