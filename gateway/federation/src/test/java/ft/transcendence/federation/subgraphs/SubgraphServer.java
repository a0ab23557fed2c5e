package ft.transcendence.federation.subgraphs;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.Scalars;
import graphql.language.Document;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GraphQL server without a network: a schema, and a function that resolves every field. */
public final class SubgraphServer {

    /** Where a server's values come from. */
    public interface Resolver {
        /** The value of the field, or a {@code DataFetcherResult}; what it throws becomes the field's error. */
        @Nullable Object valueOf(DataFetchingEnvironment field) throws Exception;

        /** The object type of a value of an interface or union. */
        String typeOf(Object value);
    }

    private final GraphQLSchema schema;
    private final GraphQL graphql;

    public SubgraphServer(Document document, Resolver resolver) {
        TypeDefinitionRegistry registry = new SchemaParser().buildRegistry(document);
        this.schema = new SchemaGenerator().makeExecutableSchema(registry, wiring(document, resolver));
        this.graphql = GraphQL.newGraphQL(schema).build();
    }

    /** The schema alone, with no values behind it. */
    public static GraphQLSchema typesOf(Document document) {
        return new SubgraphServer(document, new NoValues()).schema();
    }

    public GraphQLSchema schema() {
        return schema;
    }

    /** Executes {@code {query, variables, operationName}} according to the specification: returns a map with data, errors or both. */
    public Map<String, Object> execute(Map<String, @Nullable Object> request) {
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput().query(String.valueOf(request.get("query")));
        if (request.get("variables") instanceof Map<?, ?> variables) {
            input.variables(Json.fields(variables));
        }
        if (request.get("operationName") instanceof String name) {
            input.operationName(name);
        }
        return graphql.execute(input.build()).toSpecification();
    }

    private static RuntimeWiring wiring(Document document, Resolver resolver) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        document.getDefinitionsOfType(ScalarTypeDefinition.class).stream()
                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName()))
                .forEach(scalar -> wiring.scalar(anyValue(scalar.getName())));
        wiring.wiringFactory(new WiringFactory() {
            @Override
            public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
                return true;
            }

            @Override
            public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
                return type -> type.getSchema().getObjectType(resolver.typeOf(type.getObject()));
            }

            @Override
            public boolean providesTypeResolver(UnionWiringEnvironment environment) {
                return true;
            }

            @Override
            public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
                return type -> type.getSchema().getObjectType(resolver.typeOf(type.getObject()));
            }

            @Override
            public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
                return resolver::valueOf;
            }
        });
        return wiring.build();
    }

    /** A scalar that accepts and returns any JSON value unchanged. */
    private static GraphQLScalarType anyValue(String name) {
        Coercing<Object, Object> coercing = new AnyValueCoercing();
        return GraphQLScalarType.newScalar(Scalars.GraphQLString)
                .name(name)
                .coercing(coercing)
                .build();
    }

    private static final class NoValues implements Resolver {
        @Override
        public @Nullable Object valueOf(DataFetchingEnvironment field) {
            return null;
        }

        @Override
        public String typeOf(Object value) {
            return "";
        }
    }
}
