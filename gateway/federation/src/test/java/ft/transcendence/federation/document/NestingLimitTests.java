package ft.transcendence.federation.document;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestingLimitTests {

    @Test
    void findsTheFirstBracketThatIsTooDeep() {
        assertThat(NestingLimit.firstExceeding(2, "{ a {\n  b { c } } }")).contains(new SourceLocation(2, 5));
        assertThat(NestingLimit.firstExceeding(3, "{ a {\n  b { c } } }")).isEmpty();
        assertThat(NestingLimit.firstExceeding(2, "{ a(x: [1]) }")).contains(new SourceLocation(1, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a(x: \"{{{[[[\") }",
                "{ a(x: \"\\\"{{{\") }",
                "{ a(x: \"\"\"{{{ \"[[ \\\"\"\" {{\"\"\") }",
                "{ # {{{ [[[ \n a }",
                "{ a(x: \"\") b(x: \"\"\"\"\"\") }",
                "{ a } { b } { c } { d }",
                "{ a(x: \"{{{",
                "{ a(x: \"\"\"{{{",
                "{ a(x: \"\\",
            })
    void ignoresBracketsInStringsAndComments(String document) {
        assertThat(NestingLimit.firstExceeding(2, document)).isEmpty();
    }
}
