package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTests {

    private static String complete(String query, String usersData) {
        return People.run(new ScriptedTransport().respond("users", "{\"data\":" + usersData + "}"), query);
    }

    @Test
    void keepsTheClientsFieldOrderAndAliases() {
        assertThat(complete("{ me { b: name __typename a: age t: __typename } }", "{\"me\":{\"a\":3,\"b\":\"Ann\"}}"))
                .isEqualTo("{\"data\":{\"me\":{\"b\":\"Ann\",\"__typename\":\"User\",\"a\":3,\"t\":\"User\"}}}");
    }

    @Test
    void missingFieldIsNull() {
        assertThat(complete("{ me { name } }", "{\"me\":{}}")).isEqualTo("{\"data\":{\"me\":{\"name\":null}}}");
    }

    @Test
    void forbiddenNullPropagatesToTheNearestNullableValue() {
        assertThat(complete(
                        "{ users { name age } }",
                        "{\"users\":[{\"name\":\"A\",\"age\":1},{\"name\":\"B\",\"age\":null}]}"))
                .isEqualTo("{\"data\":{\"users\":[{\"name\":\"A\",\"age\":1},null]},"
                        + "\"errors\":[{\"message\":\"Cannot return null for the non-null type Int!, at User.age\","
                        + "\"path\":[\"users\",1,\"age\"],\"extensions\":{\"code\":\"UNEXPECTED_NULL\"}}]}");
    }

    @Test
    void forbiddenNullWithoutANullableParentMakesTheDataNullWithOneError() {
        assertThat(complete("{ allUsers { age name } }", "{\"allUsers\":[{\"name\":\"A\"},{\"name\":\"B\"}]}"))
                .isEqualTo(
                        "{\"data\":null,\"errors\":[{\"message\":\"Cannot return null for the non-null type Int!, at User.age\","
                                + "\"path\":[\"allUsers\",0,\"age\"],\"extensions\":{\"code\":\"UNEXPECTED_NULL\"}}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | 3",
                "name | {\"a\":1}",
                "name | [\"a\"]",
                "role | 3",
                "tags | \"a\"",
                "tags | [3]",
                "tags | [null]",
            })
    void valueOfTheWrongTypeIsNullWithOneError(String field, String value) {
        assertThat(complete("{ me { " + field + " id } }", "{\"me\":{\"" + field + "\":" + value + ",\"id\":\"1\"}}"))
                .startsWith("{\"data\":{\"me\":{\"" + field + "\":null,\"id\":\"1\"}},\"errors\":[{")
                .contains("\"path\":[\"me\",\"" + field + "\"")
                .doesNotContain("},{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age | 2147483647 | 2147483647",
                "id | 7 | \"7\"",
                "id | \"7\" | \"7\"",
                "role | \"ADMIN\" | \"ADMIN\"",
                "role | \"OWNER\" | null",
                "role | \"\\u0041DMIN\" | \"\\u0041DMIN\"",
                "role | \"a\\u0022b\" | null",
                "tags | [ \"a\" , \"b\\n\" ] | [\"a\",\"b\\n\"]",
                "tags | [] | []",
                "extra | {\"a\":[1,{}]} | {\"a\":[1,{}]}",
                "extra | false | false",
            })
    void valueOfTheRightTypeIsReturned(String field, String value, String expected) {
        assertThat(complete("{ me { " + field + " } }", "{\"me\":{\"" + field + "\":" + value + "}}"))
                .isEqualTo("{\"data\":{\"me\":{\"" + field + "\":" + expected + "}}}");
    }

    @ParameterizedTest
    @CsvSource({"2147483648", "1.5", "1e3", "\"1\"", "true", "-2147483649"})
    void intOutOfRangeIsNull(String value) {
        assertThat(complete("{ me { age } }", "{\"me\":{\"age\":" + value + "}}"))
                .startsWith("{\"data\":{\"me\":null},\"errors\":[{\"message\":");
    }

    @Test
    void objectInsteadOfAListIsNull() {
        assertThat(complete("{ users { name } }", "{\"users\":{\"name\":\"A\"}}"))
                .startsWith("{\"data\":{\"users\":null},\"errors\":[{")
                .contains("\"path\":[\"users\"]", "INVALID_VALUE");
    }

    @Test
    void runtimeTypeDecidesWhichFieldsAreReturned() {
        String query = "{ found { __typename ... on User { name } ... on Bot { model } } }";
        assertThat(
                        complete(
                                query,
                                "{\"found\":[{\"__typename\":\"Bot\",\"model\":\"b\",\"name\":\"x\"},{\"__typename\":\"User\",\"name\":\"u\"}]}"))
                .isEqualTo("{\"data\":{\"found\":[{\"__typename\":\"Bot\",\"model\":\"b\"},"
                        + "{\"__typename\":\"User\",\"name\":\"u\"}]}}");
    }

    @Test
    void objectOfATypeThatIsNoMemberIsNullWithAnError() {
        String query = "{ found { ... on Bot { model } } }";
        assertThat(complete(
                        query,
                        "{\"found\":[{\"__typename\":\"Review\"},{\"__typename\":\"Nobody\"},{\"model\":\"m\"}]}"))
                .startsWith("{\"data\":{\"found\":[null,null,null]},\"errors\":[{")
                .contains("INVALID_RUNTIME_TYPE");
    }

    @Test
    void readsMembersInAnyOrderAndSkipsOthers() {
        assertThat(
                        complete(
                                "{ me { id name age } }",
                                " { \"x\" : [1,{}] , \"me\" : { \"age\" : 1 , \"zzz\":null, \"name\":\"A\" , \"id\" : \"i\" } } "))
                .isEqualTo("{\"data\":{\"me\":{\"id\":\"i\",\"name\":\"A\",\"age\":1}}}");
    }

    @Test
    void readsNamesAndTypesWithEscapes() {
        assertThat(complete(
                        "{ found { ... on Bot { model } } }",
                        "{\"\\u0066ound\":[{\"__type\\u006eame\":\"\\u0042ot\",\"mode\\u006c\":\"m\"}]}"))
                .isEqualTo("{\"data\":{\"found\":[{\"model\":\"m\"}]}}");
    }
}
