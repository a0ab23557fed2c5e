package ft.transcendence.federation.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A supergraph that is being generated. Subgraphs are numbers. */
final class Model {

    final List<String> subgraphs = new ArrayList<>();
    final SequencedMap<String, TypeModel> types = new LinkedHashMap<>();
    final SequencedMap<String, UnionModel> unions = new LinkedHashMap<>();
    final List<String> enumValues = new ArrayList<>();
    /** By subgraph, the values of the enum Shade, which is never an argument. */
    final SortedMap<Integer, List<String>> shades = new TreeMap<>();

    final TypeModel query = new TypeModel("Query", Kind.ROOT);
    final TypeModel mutation = new TypeModel("Mutation", Kind.ROOT);
    boolean hasInaccessibleEnumValue;
    /** Whether data may have null where a type is non-null. There are no requirements then, because it is not specified what they would get. */
    boolean violatesNonNull;

    boolean hasContext;
    /** Whether it is limited to what Federation 1 can express: a field has one subgraph, an entity an owner with all its keys. */
    boolean isFederation1;

    enum Kind {
        ROOT,
        ENTITY,
        VALUE,
        /** A value type whose fields are spread over subgraphs. */
        SPLIT_VALUE,
        INTERFACE
    }

    /** An object type or interface. */
    static final class TypeModel {
        final String name;
        final Kind kind;
        final SortedSet<Integer> subgraphs = new TreeSet<>();
        final List<KeyModel> keys = new ArrayList<>();
        final SequencedMap<String, FieldModel> fields = new LinkedHashMap<>();
        /** For an object type: the interfaces it implements, and where. */
        final SequencedMap<String, SortedSet<Integer>> interfaces = new LinkedHashMap<>();
        /** For an interface: the subgraphs in which it is an interface object. */
        final SortedSet<Integer> interfaceObjectIn = new TreeSet<>();
        /** Subgraphs that know the entity's key and nothing else, and cannot look it up. */
        final SortedSet<Integer> stubs = new TreeSet<>();
        /** By subgraph, the context that its objects set. */
        final SortedMap<Integer, String> contexts = new TreeMap<>();
        /** Subgraphs that must not have the type. */
        final SortedSet<Integer> forbidden = new TreeSet<>();

        TypeModel(String name, Kind kind) {
            this.name = name;
            this.kind = kind;
        }

        FieldModel add(String field, String type) {
            FieldModel model = new FieldModel(field, type);
            fields.put(field, model);
            return model;
        }

        FieldModel field(String field) {
            FieldModel model = fields.get(field);
            if (model == null) {
                throw new IllegalArgumentException(name + " has no field " + field);
            }
            return model;
        }

        /** Whether the subgraph declares the field in any form. */
        boolean hasIn(String field, int subgraph) {
            FieldModel model = fields.get(field);
            return model != null && model.uses.containsKey(subgraph);
        }

        boolean isResolvable(KeyModel key, int subgraph) {
            return !stubs.contains(subgraph) && !key.unresolvableIn.contains(subgraph);
        }

        boolean isIn(int subgraph) {
            return subgraphs.contains(subgraph);
        }
    }

    /** A key: its field set and the subgraphs that declare it. */
    static final class KeyModel {
        final String fieldSet;
        /** Names of the fields at the top of the field set. */
        final List<String> topFields;

        final SortedSet<Integer> subgraphs = new TreeSet<>();
        /** The subgraphs among them that cannot be entered by it. */
        final SortedSet<Integer> unresolvableIn = new TreeSet<>();

        KeyModel(String fieldSet, List<String> topFields) {
            this.fieldSet = fieldSet;
            this.topFields = List.copyOf(topFields);
        }
    }

    /** A field: its type in the consumer schema, and its use in each subgraph. */
    static final class FieldModel {
        final String name;
        final String type;
        /** Arguments as SDL by name, for example {@code Int = 2}. */
        final SequencedMap<String, String> arguments = new LinkedHashMap<>();

        final SortedMap<Integer, Use> uses = new TreeMap<>();
        boolean isInaccessible;
        boolean isKey;
        /** Whether it comes from an interface object, so that no subgraph declares it on this type. */
        boolean isFromInterfaceObject;
        /** The argument that the field's only subgraph takes from an enclosing object. */
        @Nullable ContextUse contextUse;

        FieldModel(String name, String type) {
            this.name = name;
            this.type = type;
        }

        Use in(int subgraph) {
            return uses.computeIfAbsent(subgraph, ignored -> new Use());
        }

        /** The subgraphs that resolve the field on every path. */
        List<Integer> owners() {
            return uses.entrySet().stream()
                    .filter(use -> !use.getValue().isExternal && !use.getValue().isOverridden)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        boolean hasRequirement() {
            return uses.values().stream().anyMatch(use -> use.requires != null);
        }

        String namedType() {
            return type.replaceAll("[\\[\\]!]", "");
        }
    }

    /**
     * An argument that clients do not see.
     *
     * @param selections the text to take, with a fragment for each type that sets the context
     */
    record ContextUse(String argument, String context, String selections) {}

    /** How one subgraph declares a field. */
    static final class Use {
        boolean isExternal;
        boolean isOverridden;
        boolean isUsedOverridden;

        @Nullable String requires;

        @Nullable String provides;

        @Nullable String overrideFrom;

        @Nullable String overrideLabel;
        /** The field's type in this subgraph, if it differs. */
        @Nullable String type;
    }

    /** A union: its members by subgraph. */
    static final class UnionModel {
        final String name;
        final SortedMap<Integer, SortedSet<String>> members = new TreeMap<>();

        UnionModel(String name) {
            this.name = name;
        }
    }

    TypeModel type(String name) {
        TypeModel type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No type " + name);
        }
        return type;
    }

    /** The object types that a composite type stands for in a subgraph; all implementations for an interface object. */
    SortedSet<String> possibleTypes(String name, int subgraph) {
        UnionModel union = unions.get(name);
        if (union != null) {
            return union.members.getOrDefault(subgraph, new TreeSet<>());
        }
        TypeModel type = type(name);
        if (type.kind != Kind.INTERFACE) {
            return new TreeSet<>(List.of(name));
        }
        SortedSet<String> possible = new TreeSet<>();
        for (TypeModel object : types.values()) {
            SortedSet<Integer> where = object.interfaces.get(name);
            if (where != null && (where.contains(subgraph) || type.interfaceObjectIn.contains(subgraph))) {
                possible.add(object.name);
            }
        }
        return possible;
    }
}
