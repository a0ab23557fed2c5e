package ft.transcendence.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

class SessionCodecTests {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00.123Z");
    private static final ClientRegistration REGISTRATION = ClientRegistration.withRegistrationId("keycloak")
            .clientId("gateway")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://gateway/code")
            .authorizationUri("http://provider/auth")
            .tokenUri("http://provider/token")
            .build();

    private final SessionCodec codec = codec("0123456789abcdef0123456789abcdef");

    @Test
    void readsWhatItHasWritten() {
        SessionCodec.Content content = content(new OAuth2RefreshToken("refresh", NOW, NOW.plusSeconds(1800)));

        SessionCodec.Content read =
                codec.decode("key", codec.encode("key", content)).orElseThrow();

        assertThat(read).usingRecursiveComparison().isEqualTo(content);
    }

    @Test
    void readsASessionWithoutARefreshToken() {
        assertThat(codec.decode("key", codec.encode("key", content(null)))
                        .orElseThrow()
                        .tokens()
                        .getRefreshToken())
                .isNull();
    }

    @Test
    void storesNoTokenInTheClear() {
        byte[] stored = codec.encode("key", content(new OAuth2RefreshToken("refresh", NOW)));

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("access-token", "refresh", "ada");
    }

    @Test
    void ignoresWhatItCannotRead() {
        byte[] stored = codec.encode("key", content(null));
        byte[] ofAnotherVersion = stored.clone();
        ofAnotherVersion[0]++;
        byte[] changed = stored.clone();
        changed[40] ^= 1;

        assertThat(codec.decode("another key", stored)).isEmpty();
        assertThat(codec("another secret of thirty-two chars").decode("key", stored))
                .isEmpty();
        assertThat(codec.decode("key", ofAnotherVersion)).isEmpty();
        assertThat(codec.decode("key", changed)).isEmpty();
        for (int length = 0; length < stored.length; length++) {
            assertThat(codec.decode("key", Arrays.copyOf(stored, length))).isEmpty();
        }
    }

    private static SessionCodec codec(String secret) {
        return new SessionCodec(secret, REGISTRATION);
    }

    private static SessionCodec.Content content(@Nullable OAuth2RefreshToken refresh) {
        OAuth2AccessToken access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "access-token", NOW, NOW.plusSeconds(300), Set.of("openid"));
        return new SessionCodec.Content(
                new OAuth2AuthorizedClient(REGISTRATION, "ada", access, refresh), NOW.minusSeconds(60));
    }
}
