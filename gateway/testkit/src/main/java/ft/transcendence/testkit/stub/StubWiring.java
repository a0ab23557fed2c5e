package ft.transcendence.testkit.stub;

import graphql.Scalars;
import graphql.language.ScalarTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;

/** Makes the schema of a stub executable. */
final class StubWiring implements WiringFactory {

    private final StubValues values;

    private StubWiring(StubValues values) {
        this.values = values;
    }

    static GraphQLSchema executable(StubSchema schema, StubValues values) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        schema.types().scalars().values().stream()
                .map(ScalarTypeDefinition::getName)
                .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
                .forEach(name -> wiring.scalar(anyValue(name)));
        wiring.wiringFactory(new StubWiring(values));
        return new SchemaGenerator().makeExecutableSchema(schema.types(), wiring.build());
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
        return objectTypeWithin(environment.getInterfaceTypeDefinition().getName());
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return objectTypeWithin(environment.getUnionTypeDefinition().getName());
    }

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        return values::of;
    }

    private TypeResolver objectTypeWithin(String type) {
        return environment -> environment.getSchema().getObjectType(values.typeOf(environment.getObject(), type));
    }

    private static GraphQLScalarType anyValue(String name) {
        return GraphQLScalarType.newScalar(Scalars.GraphQLString)
                .name(name)
                .coercing(new AnyValueCoercing())
                .build();
    }
}
