package ft.transcendence.composition.print;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ScalarTypeDefinition;
import graphql.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one line",
                "two\nlines",
                "  indented",
                "  all\n  indented",
                "first\n  indented",
                "quotes \" and \"\"\" inside",
                "ends with a quote\"",
                "back\\slash",
                "",
                " ",
                "\nleading line",
                "trailing line\n",
                "tab\tinside",
                "bell \u0007",
                "carriage\rreturn",
                "emoji \uD83D\uDE00"
            })
    void surviveParsing(String text) {
        StringBuilder sdl = new StringBuilder();
        Descriptions.print(text, "  ", sdl);
        ScalarTypeDefinition scalar = (ScalarTypeDefinition)
                Parser.parse(sdl + "scalar S").getDefinitions().getFirst();
        assertThat(scalar.getDescription().getContent()).isEqualTo(text);
    }
}
