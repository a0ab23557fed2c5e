package ft.transcendence.subgraph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ft.transcendence.subgraph.mutation.UserErrorCode;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares the errors of a subgraph's mutations in its schema with its code. */
public final class UserErrorRules {

    private static final String INTERFACE = "UserError";

    private final TypeDefinitionRegistry schema;
    private final List<JavaClass> enums;

    private UserErrorRules(TypeDefinitionRegistry schema, List<JavaClass> enums) {
        this.schema = schema;
        this.enums = List.copyOf(enums);
    }

    /** The rules for the schema of this name on the classpath, and the code below a package. */
    public static UserErrorRules of(String resource, String rootPackage) {
        return new UserErrorRules(
                parse(resource),
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(rootPackage).stream()
                                .filter(type -> type.isEnum() && type.isAssignableTo(UserErrorCode.class))
                                .toList());
    }

    private static TypeDefinitionRegistry parse(String resource) {
        try (InputStream file = UserErrorRules.class.getResourceAsStream(resource)) {
            return new SchemaParser()
                    .parse(new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The schema's enum has the codes of all enums of the code, each of which belongs to one of them, and no others. */
    public void assertCodesEqualTheSchemas() {
        assertThat(enums.stream().flatMap(UserErrorRules::constants))
                .as("codes of " + enums.stream().map(JavaClass::getSimpleName).toList())
                .containsExactlyInAnyOrderElementsOf(
                        type(UserErrorCode.class.getSimpleName(), EnumTypeDefinition.class)
                                .getEnumValueDefinitions()
                                .stream()
                                .map(EnumValueDefinition::getName)
                                .toList());
    }

    /** Every mutation reports errors that implement the interface: in its payload, or in each of the payload's results. */
    public void assertEveryMutationReportsThem() {
        assertThat(type(INTERFACE, InterfaceTypeDefinition.class).getFieldDefinitions())
                .extracting(FieldDefinition::getName)
                .containsExactly("code", "message", "field");
        assertThat(object("Mutation").getFieldDefinitions())
                .isNotEmpty()
                .allSatisfy(mutation ->
                        assertThat(reports(mutation)).as(mutation.getName()).isTrue());
    }

    private boolean reports(FieldDefinition field) {
        ObjectTypeDefinition payload = object(nameOf(field.getType()));
        return payload.getFieldDefinitions().stream().anyMatch(member -> switch (member.getName()) {
            case "errors" -> implementsUserError(object(nameOf(member.getType())));
            case "results" -> reports(member);
            default -> false;
        });
    }

    private static boolean implementsUserError(ObjectTypeDefinition type) {
        return type.getImplements().stream()
                .anyMatch(implemented -> nameOf(implemented).equals(INTERFACE));
    }

    private ObjectTypeDefinition object(String name) {
        return type(name, ObjectTypeDefinition.class);
    }

    private <T extends TypeDefinition<T>> T type(String name, Class<T> kind) {
        return Objects.requireNonNull(schema.getTypeOrNull(name, kind), name);
    }

    private static String nameOf(Type<?> type) {
        return switch (type) {
            case NonNullType required -> nameOf(required.getType());
            case ListType list -> nameOf(list.getType());
            case TypeName named -> named.getName();
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static Stream<String> constants(JavaClass type) {
        return Arrays.stream(type.reflect().getEnumConstants()).map(constant -> ((Enum<?>) constant).name());
    }
}
