package ft.transcendence.gateway.site;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendPropertiesTests {
    @Test
    void hasNoFrontendByDefault() {
        assertThat(bind(FrontendProperties.class).frontendUrl()).isNull();
        assertThat(bind(FrontendProperties.class, "frontend-url=http://localhost:3000")
                        .requiredUrl())
                .isEqualTo(URI.create("http://localhost:3000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:3000", "ftp://localhost", "/pages"})
    void requiresTheAddressOfAServer(String url) {
        assertThat(refusalOf(FrontendProperties.class, "frontend-url=" + url))
                .contains("gateway.frontend-url must be the address of a server");
    }
}
