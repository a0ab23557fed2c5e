package ft.transcendence.federation.conformance;

import ft.transcendence.federation.conformance.DataLanguage.Scope;
import ft.transcendence.federation.subgraphs.InMemoryTransport;
import ft.transcendence.federation.subgraphs.Json;
import ft.transcendence.federation.subgraphs.SubgraphSchema;
import ft.transcendence.federation.subgraphs.SubgraphServer;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subgraph of a suite: resolves operations and {@code _entities} from the rows and rules of the suite's data file. */
final class DataSubgraph implements InMemoryTransport.Subgraph, SubgraphServer.Resolver {

    private final Suite suite;
    private final String name;
    private final Map<String, @Nullable Object> data;
    private final SubgraphSchema schema;
    private final SubgraphServer server;
    private final Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();

    DataSubgraph(Suite suite, String name, String sdl, Map<String, @Nullable Object> data) {
        this.suite = suite;
        this.name = name;
        this.data = data;
        this.schema = SubgraphSchema.parse(sdl);
        this.server = new SubgraphServer(schema.document(), this);
        reset();
    }

    /** Forgets what mutations changed. */
    void reset() {
        tables.clear();
        part("entities").forEach((type, rows) -> Json.items(rows).forEach(row -> addRow(type, Json.fields(row))));
    }

    Suite suite() {
        return suite;
    }

    void addRow(String type, Map<String, @Nullable Object> row) {
        tables.computeIfAbsent(type, ignored -> new ArrayList<>()).add(row);
    }

    @Override
    public Map<String, Object> apply(Map<String, @Nullable Object> request) {
        return server.execute(request);
    }

    /** The rows of a type; for an interface or union, those of its members. */
    List<DataObject> rows(String type) {
        GraphQLType declared = server.schema().getType(type);
        List<String> names =
                switch (declared) {
                    case GraphQLInterfaceType abstractType ->
                        server.schema().getImplementations(abstractType).stream()
                                .map(GraphQLObjectType::getName)
                                .toList();
                    case GraphQLUnionType union ->
                        union.getTypes().stream().map(GraphQLNamedType::getName).toList();
                    case null, default -> List.of(type);
                };
        List<DataObject> rows = new ArrayList<>();
        for (String member : names) {
            List<Map<String, @Nullable Object>> table = tables.get(member);
            if (table != null) {
                for (Map<String, @Nullable Object> row : table) {
                    rows.add(DataObject.of(member, row));
                }
            }
        }
        return rows;
    }

    /** The value of a field: provided on this path, in the row, by rule, from the representation. */
    @Nullable Object read(DataObject object, String field, Map<String, @Nullable Object> arguments) {
        Scope scope = new Scope(this, object, arguments, null);
        Map<String, @Nullable Object> rules = subPart("fields", object.type());
        for (Map<String, @Nullable Object> source : List.of(object.provided(), object.row(), rules)) {
            if (source.containsKey(field)) {
                return DataLanguage.value(source.get(field), scope);
            }
        }
        if (object.representation().containsKey(field)) {
            return object.representation().get(field);
        }
        if (schema.isExternal(object.type(), field)) {
            throw new IllegalStateException(object.type() + "." + field + " is @external in " + name
                    + " and not provided here: another subgraph has to resolve it");
        }
        return null;
    }

    boolean matches(DataObject object, Map<String, @Nullable Object> pattern, Scope scope) {
        return pattern.entrySet().stream()
                .allMatch(column -> isReadable(object, column.getKey())
                        && DataLanguage.same(
                                read(object, column.getKey(), Map.of()), DataLanguage.value(column.getValue(), scope)));
    }

    @Override
    public @Nullable Object valueOf(DataFetchingEnvironment field) {
        if (field.getFieldType() instanceof GraphQLNamedType type
                && type.getName().equals("_Service")) {
            return Map.of();
        }
        if (field.getField().getName().equals("_entities")) {
            return entities(Json.items(field.getArgument("representations")), field);
        }
        Object source = field.getSource();
        String parentType = ((GraphQLNamedType) field.getParentType()).getName();
        DataObject object = source instanceof DataObject known ? known : DataObject.of(parentType, Map.of());
        Object value = read(object, field.getField().getName(), Json.fields(field.getArguments()));
        return asObjects(value, GraphQLTypeUtil.unwrapAll(field.getFieldType()));
    }

    @Override
    public String typeOf(Object value) {
        return ((DataObject) value).type();
    }

    private DataFetcherResult<List<@Nullable DataObject>> entities(
            List<@Nullable Object> representations, DataFetchingEnvironment field) {
        List<@Nullable DataObject> found = new ArrayList<>();
        List<GraphQLError> errors = new ArrayList<>();
        for (int i = 0; i < representations.size(); i++) {
            try {
                found.add(entity(Json.fields(representations.get(i))));
            } catch (RuntimeException e) {
                found.add(null);
                errors.add(GraphqlErrorBuilder.newError(field)
                        .message("%s", e.getMessage())
                        .path(field.getExecutionStepInfo().getPath().segment(i))
                        .build());
            }
        }
        return DataFetcherResult.<List<@Nullable DataObject>>newResult()
                .data(found)
                .errors(errors)
                .build();
    }

    private @Nullable DataObject entity(Map<String, @Nullable Object> representation) {
        String type = String.valueOf(representation.get("__typename"));
        GraphQLType declared = server.schema().getType(type);
        if (!(declared instanceof GraphQLObjectType || declared instanceof GraphQLInterfaceType)) {
            throw new IllegalStateException("_entities: " + name + " has no object or interface type " + type);
        }
        DataObject unresolved = new DataObject(type, Map.of(), Map.of(), representation);
        DataLanguage.value(part("lookup").get(type), new Scope(this, unresolved, Map.of(), null));
        for (SelectionSet key : schema.keys(type)) {
            for (DataObject row : rows(type)) {
                if (hasKey(row, representation, key)) {
                    return row.withRepresentation(representation);
                }
            }
        }
        return null;
    }

    /** Whether the candidate has the key values of the reference; a key that either of them lacks in part matches nothing. */
    private boolean hasKey(@Nullable Object candidate, @Nullable Object reference, @Nullable SelectionSet key) {
        if (candidate == null || reference == null) {
            return false;
        }
        if (reference instanceof List<?> list) {
            if (!(candidate instanceof List<?> own) || own.size() != list.size()) {
                return false;
            }
            for (int i = 0; i < own.size(); i++) {
                if (!hasKey(own.get(i), list.get(i), key)) {
                    return false;
                }
            }
            return true;
        }
        if (key == null) {
            return DataLanguage.same(candidate, reference);
        }
        return key.getSelectionsOfType(Field.class).stream()
                .filter(field -> !field.getName().equals("__typename"))
                .allMatch(field -> hasKey(
                        own(candidate, field.getName()),
                        Json.fields(reference).get(field.getName()),
                        field.getSelectionSet()));
    }

    private @Nullable Object own(Object candidate, String field) {
        if (candidate instanceof DataObject object) {
            return isReadable(object, field) ? read(object, field, Map.of()) : null;
        }
        return Json.fields(candidate).get(field);
    }

    private boolean isReadable(DataObject object, String field) {
        try {
            read(object, field, Map.of());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Converts plain JSON objects, so that their type is known. */
    private static @Nullable Object asObjects(@Nullable Object value, GraphQLType type) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> objects = new ArrayList<>();
            list.forEach(item -> objects.add(asObjects(item, type)));
            return objects;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("__typename") instanceof String typename) {
            return DataObject.of(typename, Json.fields(map));
        }
        return type instanceof GraphQLObjectType object ? DataObject.of(object.getName(), Json.fields(map)) : value;
    }

    private Map<String, @Nullable Object> part(String name) {
        Object part = data.get(name);
        return part == null ? Map.of() : Json.fields(part);
    }

    private Map<String, @Nullable Object> subPart(String name, String type) {
        Object part = part(name).get(type);
        return part == null ? Map.of() : Json.fields(part);
    }
}
