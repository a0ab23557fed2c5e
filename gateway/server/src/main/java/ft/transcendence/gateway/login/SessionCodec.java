package ft.transcendence.gateway.login;

import ft.transcendence.platform.process.cipher.StoredValueCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of sessions: one byte for the version of the form, and JSON that is encrypted with the gateways' key and bound to the
 * key it is stored under. Nothing that Redis contains logs anybody in.
 */
final class SessionCodec {
    private static final byte VERSION = 1;
    /** The version, a nonce and a tag. */
    private static final int SHORTEST = 1 + 12 + 16;

    private final JsonMapper json = JsonMapper.shared();
    private final StoredValueCipher cipher;
    private final ClientRegistration registration;

    SessionCodec(String secret, ClientRegistration registration) {
        this.registration = registration;
        try {
            this.cipher = new StoredValueCipher(secret, "browser sessions");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HKDF", e);
        }
    }

    /** What a stored session says. */
    record Content(OAuth2AuthorizedClient tokens, Instant createdAt) {}

    /** Times in milliseconds since the epoch. */
    private record Form(
            String player,
            Long created,
            String access,
            @Nullable Long accessIssued,
            @Nullable Long accessExpires,
            @Nullable Set<String> scopes,
            @Nullable String refresh,
            @Nullable Long refreshIssued,
            @Nullable Long refreshExpires) {}

    byte[] encode(String key, Content content) {
        OAuth2AccessToken access = content.tokens().getAccessToken();
        OAuth2RefreshToken refresh = content.tokens().getRefreshToken();
        Form form = new Form(
                content.tokens().getPrincipalName(),
                content.createdAt().toEpochMilli(),
                access.getTokenValue(),
                millis(access.getIssuedAt()),
                millis(access.getExpiresAt()),
                access.getScopes(),
                refresh == null ? null : refresh.getTokenValue(),
                refresh == null ? null : millis(refresh.getIssuedAt()),
                refresh == null ? null : millis(refresh.getExpiresAt()));
        try {
            byte[] sealed = cipher.encrypt(key.getBytes(StandardCharsets.UTF_8), json.writeValueAsBytes(form));
            byte[] stored = new byte[1 + sealed.length];
            stored[0] = VERSION;
            System.arraycopy(sealed, 0, stored, 1, sealed.length);
            return stored;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has AES-GCM", e);
        }
    }

    /** Empty when it has another form, was encrypted with another secret, or belongs to another key. */
    Optional<Content> decode(String key, byte[] stored) {
        if (stored.length <= SHORTEST || stored[0] != VERSION) {
            return Optional.empty();
        }
        try {
            byte[] plain =
                    cipher.decrypt(key.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(stored, 1, stored.length));
            return Optional.of(contentOf(json.readValue(plain, Form.class)));
        } catch (GeneralSecurityException | JacksonException e) {
            return Optional.empty();
        }
    }

    private Content contentOf(Form form) {
        OAuth2AccessToken access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                form.access(),
                instant(form.accessIssued()),
                instant(form.accessExpires()),
                form.scopes() == null ? Set.of() : form.scopes());
        OAuth2RefreshToken refresh = form.refresh() == null
                ? null
                : new OAuth2RefreshToken(form.refresh(), instant(form.refreshIssued()), instant(form.refreshExpires()));
        return new Content(
                new OAuth2AuthorizedClient(registration, form.player(), access, refresh),
                Instant.ofEpochMilli(form.created()));
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
