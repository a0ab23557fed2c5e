package ft.transcendence.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class BearerTokensTests {

    private final BearerTokens tokens = new BearerTokens();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c"})
    void takesTheTokenFromTheHeader(String header) {
        request.addHeader("Authorization", header);

        assertThat(tokens.resolve(request)).isEqualTo("a.b.c");
    }

    @Test
    void ignoresOtherSchemesAndPlaces() {
        request.setParameter("access_token", "a.b.c");
        assertThat(tokens.resolve(request)).isNull();

        request.addHeader("Authorization", "Basic YTpi");
        assertThat(tokens.resolve(request)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearera.b.c"})
    void rejectsAHeaderWithoutToken(String header) {
        request.addHeader("Authorization", header);

        assertThatExceptionOfType(OAuth2AuthenticationException.class).isThrownBy(() -> tokens.resolve(request));
    }
}
