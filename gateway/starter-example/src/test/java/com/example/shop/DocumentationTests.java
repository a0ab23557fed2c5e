package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/starter.md} shows is this example. */
class DocumentationTests {
    private static final Path PAGE = Path.of("../../docs/starter.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/com/example/shop/ShopGateway.java",
                "src/main/java/com/example/shop/Regions.java",
                "src/main/resources/application.yaml",
                "src/test/java/com/example/shop/PartnerCallers.java"
            })
    void showsTheFile(String file) throws IOException {
        assertThat(Files.readString(PAGE)).contains("\n" + Files.readString(Path.of(file)) + "```");
    }

    @Test
    void itsProjectHasOurVersions() throws IOException {
        String root = Files.readString(Path.of("../../pom.xml"));
        String shown = Files.readString(PAGE);

        assertThat(find("spring-boot-starter-parent</artifactId>\\s*<version>([^<]+)", shown))
                .isEqualTo(find("spring-boot-starter-parent</artifactId>\\s*<version>([^<]+)", root));
        assertThat(find("<java.version>(\\d+)", shown)).isEqualTo(find("<java.version>(\\d+)", root));
        assertThat(find("<netty.version>([^<]+)", shown)).isEqualTo(find("<netty.version>([^<]+)", root));
        assertThat(find("federation-gateway-spring-boot-starter</artifactId>\\s*<version>([^<]+)", shown))
                .isEqualTo(find("<artifactId>transcendence</artifactId>\\s*<version>([^<]+)", root));
    }

    private static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
