package ft.transcendence.schemacheck.changes;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaChangesTests {
    private static final String QUERY = " type Query { x: ID } ";

    private static GraphQLSchema schema(String sdl) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }

    private static List<String> changes(String released, String next) {
        return SchemaChanges.between(schema(released), schema(next)).stream()
                .map(change -> change.level() + " " + change.where() + ": " + change.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type A { f: ID g: ID }       | type A { f: ID }                | BREAKING A.g: Field 'g' was removed from object type 'A'
        type A { f: ID g: ID @deprecated } | type A { f: ID }          | BREAKING A.g: Field 'g' (deprecated) was removed from object type 'A'
        interface A { f: ID g: ID }  | interface A { f: ID }           | BREAKING A.g: Field 'g' was removed from interface 'A'
        type A { f: ID }             | type A { f: ID g: ID }          | SAFE A.g: Field 'g' was added to object type 'A'
        type A { f: ID! }            | type A { f: ID }                | BREAKING A.f: Field 'A.f' changed type from 'ID!' to 'ID'
        type A { f: ID }             | type A { f: ID! }               | SAFE A.f: Field 'A.f' changed type from 'ID' to 'ID!'
        type A { f: [ID] }           | type A { f: [ID!]! }            | SAFE A.f: Field 'A.f' changed type from '[ID]' to '[ID!]!'
        type A { f: [ID!] }          | type A { f: [ID]! }             | BREAKING A.f: Field 'A.f' changed type from '[ID!]' to '[ID]!'
        type A { f: ID }             | type A { f: [ID] }              | BREAKING A.f: Field 'A.f' changed type from 'ID' to '[ID]'
        type A { f: [ID] }           | type A { f: ID }                | BREAKING A.f: Field 'A.f' changed type from '[ID]' to 'ID'
        type A { f: ID }             | type A { f: Int }               | BREAKING A.f: Field 'A.f' changed type from 'ID' to 'Int'
        type A { f: ID }             | type A { f: ID @deprecated(reason: "Old.") } | SAFE A.f: Field 'A.f' is deprecated: Old.
        type A { f: ID @deprecated } | type A { f: ID }                | SAFE A.f: Field 'A.f' is no longer deprecated
        type A { f: ID }             | type A { "New." f: ID }         | SAFE A.f: Description of field 'A.f' was added: 'New.'
        type A { "Old." f: ID }      | type A { f: ID }                | SAFE A.f: Description of field 'A.f' was removed
        type A { "Old." f: ID }      | type A { "New." f: ID }         | SAFE A.f: Description of field 'A.f' changed from 'Old.' to 'New.'
        type A { f: ID }             | type A { f(a: ID): ID }         | DANGEROUS A.f.a: Argument 'a: ID' added to field 'A.f'
        type A { f: ID }             | type A { f(a: ID! = 1): ID }    | DANGEROUS A.f.a: Argument 'a: ID!' (with default value) added to field 'A.f'
        type A { f: ID }             | type A { f(a: ID!): ID }        | BREAKING A.f.a: Argument 'a: ID!' added to field 'A.f'
        type A { f(a: ID): ID }      | type A { f: ID }                | BREAKING A.f.a: Argument 'a: ID' was removed from field 'A.f'
        type A { f(a: ID!): ID }     | type A { f(a: ID): ID }         | SAFE A.f.a: Type for argument 'a' on field 'A.f' changed from 'ID!' to 'ID'
        type A { f(a: ID): ID }      | type A { f(a: ID!): ID }        | BREAKING A.f.a: Type for argument 'a' on field 'A.f' changed from 'ID' to 'ID!'
        type A { f(a: [ID!]): ID }   | type A { f(a: [ID]): ID }       | SAFE A.f.a: Type for argument 'a' on field 'A.f' changed from '[ID!]' to '[ID]'
        type A { f(a: ID): ID }      | type A { f(a: [ID]): ID }       | BREAKING A.f.a: Type for argument 'a' on field 'A.f' changed from 'ID' to '[ID]'
        type A { f(a: Int): ID }     | type A { f(a: Int = 1): ID }    | DANGEROUS A.f.a: Default value '1' was added to argument 'a' on field 'A.f'
        type A { f(a: Int = 1): ID } | type A { f(a: Int = 2): ID }    | DANGEROUS A.f.a: Default value for argument 'a' on field 'A.f' changed from '1' to '2'
        type A { f(a: Int = 1): ID } | type A { f(a: Int): ID }        | DANGEROUS A.f.a: Default value '1' was removed from argument 'a' on field 'A.f'
        interface I { f: ID } type A { f: ID } | interface I { f: ID } type A implements I { f: ID } | DANGEROUS A: 'A' object type implements 'I' interface
        interface I { f: ID } type A implements I { f: ID } | interface I { f: ID } type A { f: ID } | BREAKING A: 'A' object type no longer implements 'I' interface
        input A { f: ID g: ID }      | input A { f: ID }               | BREAKING A.g: Input field 'g' was removed from input object type 'A'
        input A { f: ID }            | input A { f: ID g: ID }         | SAFE A.g: Input field 'g' of type 'ID' was added to input object type 'A'
        input A { f: ID }            | input A { f: ID g: ID! }        | BREAKING A.g: Input field 'g' of type 'ID!' was added to input object type 'A'
        input A { f: ID }            | input A { f: ID g: Int! = 1 }   | DANGEROUS A.g: Input field 'g' of type 'Int!' with default value '1' was added to input object type 'A'
        input A { f: ID }            | input A { f: ID! }              | BREAKING A.f: Input field 'A.f' changed type from 'ID' to 'ID!'
        input A { f: ID! }           | input A { f: ID }               | SAFE A.f: Input field 'A.f' changed type from 'ID!' to 'ID'
        input A { f: Int = 1 }       | input A { f: Int = 2 }          | DANGEROUS A.f: Default value for input field 'A.f' changed from '1' to '2'
        input A { f: ID }            | input A @oneOf { f: ID }        | BREAKING A: Input object type 'A' takes exactly one field now (@oneOf)
        input A @oneOf { f: ID }     | input A { f: ID }               | SAFE A: Input object type 'A' takes several fields now (no @oneOf)
        enum A { X Y }               | enum A { X }                    | BREAKING A.Y: Enum value 'Y' was removed from enum 'A'
        enum A { X }                 | enum A { X Y }                  | DANGEROUS A.Y: Enum value 'Y' was added to enum 'A'
        enum A { X }                 | enum A { X @deprecated(reason: "Old.") } | SAFE A.X: Enum value 'A.X' is deprecated: Old.
        type B { f: ID } type C { f: ID } union A = B | type B { f: ID } type C { f: ID } union A = B ¦ C | DANGEROUS A: Member 'C' was added to Union type 'A'
        type B { f: ID } type C { f: ID } union A = B ¦ C | type B { f: ID } type C { f: ID } union A = B | BREAKING A: Member 'C' was removed from Union type 'A'
        scalar A                     | scalar A @specifiedBy(url: "https://a") | DANGEROUS A: Scalar 'A' is specified by 'https://a' now
        scalar A @specifiedBy(url: "https://a") | scalar A              | DANGEROUS A: Scalar 'A' has no specification now
        scalar A                     | enum A { X }                    | BREAKING A: 'A' kind changed from 'scalar' to 'enum'
        type A { f: ID }             | interface A { f: ID }           | BREAKING A: 'A' kind changed from 'object type' to 'interface'
        scalar A                     | scalar B                        | BREAKING A: Type 'A' was removed; SAFE B: Type 'B' was added
        directive @a on FIELD        | scalar B                        | BREAKING @a: Directive 'a' was removed; SAFE B: Type 'B' was added
        directive @a on FIELD ¦ QUERY | directive @a on FIELD          | BREAKING @a: Location 'QUERY' was removed from directive 'a'
        directive @a on FIELD        | directive @a on FIELD ¦ QUERY   | SAFE @a: Location 'QUERY' was added to directive 'a'
        directive @a repeatable on FIELD | directive @a on FIELD       | DANGEROUS @a: Directive 'a' is no longer repeatable
        directive @a on FIELD        | directive @a(b: ID!) on FIELD   | BREAKING @a.b: Argument 'b: ID!' added to directive 'a'
        """)
    void areFoundWithTheirLevel(String released, String next, String expected) {
        assertThat(changes(released.replace('¦', '|') + QUERY, next.replace('¦', '|') + QUERY))
                .containsExactly(expected.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        type A { f: ID g: ID }      | type A { g: ID f: ID }
        enum A { X Y }              | enum A { Y X }
        input B { a: ID b: ID } type A { f(b: B = {a: 1, b: 2}): ID } | input B { a: ID b: ID } type A { f(b: B = {b: 2, a: 1}): ID }
        """)
    void theOrderIsNoChange(String released, String next) {
        assertThat(changes(released + QUERY, next + QUERY)).isEmpty();
    }

    @Test
    void theMembersOfANewTypeAreNoChangesOfTheirOwn() {
        assertThat(changes(QUERY, QUERY + "\"New.\" type A { \"New.\" f(a: ID!): ID @deprecated } enum B { X }"))
                .containsExactly("SAFE A: Type 'A' was added", "SAFE B: Type 'B' was added");
    }

    @Test
    void aNewRootTypeIsSafeAndALostOneIsBreaking() {
        String both = QUERY + "type Mutation { y: ID }";
        assertThat(changes(QUERY, both))
                .containsExactly(
                        "SAFE Mutation: Type 'Mutation' was added",
                        "SAFE schema: Schema mutation root type was set to 'Mutation'");
        assertThat(changes(both, QUERY))
                .containsExactly(
                        "BREAKING Mutation: Type 'Mutation' was removed",
                        "BREAKING schema: Schema mutation root type 'Mutation' was removed");
    }
}
