package ft.transcendence.users.identity;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * A client for the parts of Keycloak's REST API used here: a user's credentials and sessions, and the removal of users.
 * Every method throws a {@link ClientException} with {@link ErrorCode#UNAVAILABLE} if Keycloak does not respond.
 */
@Component
public class Keycloak {

    private static final Logger log = LoggerFactory.getLogger(Keycloak.class);
    private static final int RENEW_BEFORE_SECONDS = 20;

    private record Token(String value, Instant renewAt) {}

    private final KeycloakProperties properties;
    private final RestClient http;
    private final Clock clock;
    private volatile @Nullable Token token;

    Keycloak(KeycloakProperties properties, RestClient.Builder http, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.http = http.baseUrl(properties.url())
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults()
                                .withConnectTimeout(properties.timeout())
                                .withReadTimeout(properties.timeout())))
                .build();
    }

    /** The user's credentials. */
    public StoredCredentials credentials(UUID user) {
        return new StoredCredentials(List.of(call(() -> http.get()
                .uri("/admin/realms/{realm}/users/{user}/credentials", properties.realm(), user)
                .headers(this::authorize)
                .retrieve()
                .requiredBody(StoredCredential[].class))));
    }

    /** Whether the user still has this session. */
    public boolean hasSession(UUID user, String sessionId) {
        return sessions(user).contains(sessionId);
    }

    /** Ends all of the user's sessions except the given one; all of them if it is null. */
    public void endOtherSessions(UUID user, @Nullable String sessionId) {
        sessions(user).stream()
                .filter(session -> !session.equals(sessionId))
                .forEach(session -> call(() -> delete("/admin/realms/{realm}/sessions/{id}", session)));
    }

    private List<String> sessions(UUID user) {
        record Session(String id) {}
        return call(() -> {
            try {
                Session[] sessions = http.get()
                        .uri("/admin/realms/{realm}/users/{user}/sessions", properties.realm(), user)
                        .headers(this::authorize)
                        .retrieve()
                        .requiredBody(Session[].class);
                return Arrays.stream(sessions).map(Session::id).toList();
            } catch (HttpClientErrorException.NotFound e) {
                return List.of();
            }
        });
    }

    /** Adds credentials and keeps existing ones. */
    public void addCredentials(UUID user, List<NewCredential> credentials) {
        call(() -> http.put()
                .uri("/admin/realms/{realm}/users/{user}", properties.realm(), user)
                .headers(this::authorize)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("credentials", credentials))
                .retrieve()
                .toBodilessEntity());
    }

    /** Removes a credential. Succeeds if it does not exist. */
    public void removeCredential(UUID user, String credentialId) {
        call(() -> delete("/admin/realms/{realm}/users/{user}/credentials/{id}", user, credentialId));
    }

    /** Removes the user and ends their sessions. Succeeds if the user does not exist. */
    public void removeUser(UUID user) {
        // removing the user ends their sessions, but does not notify the gateway
        endOtherSessions(user, null);
        call(() -> delete("/admin/realms/{realm}/users/{user}", user));
    }

    /**
     * Sets the user's password.
     *
     * @return why the realm's password policy rejects it, or empty if it was set
     */
    public Optional<String> setPassword(UUID user, String password) {
        return call(() -> {
            try {
                http.put()
                        .uri("/admin/realms/{realm}/users/{user}/reset-password", properties.realm(), user)
                        .headers(this::authorize)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("type", "password", "value", password, "temporary", false))
                        .retrieve()
                        .toBodilessEntity();
                return Optional.empty();
            } catch (HttpClientErrorException.BadRequest e) {
                return Optional.of(policyViolation(e));
            }
        });
    }

    /**
     * Whether these credentials are valid, tested by a login whose session is ended right away. Keycloak counts failed
     * attempts, locks the account after too many, and accepts a code only once.
     */
    public boolean verifyLogin(String username, String password, @Nullable String code) {
        MultiValueMap<String, String> form = clientForm();
        form.add("grant_type", "password");
        form.add("username", username);
        form.add("password", password);
        if (code != null) {
            form.add("totp", code);
        }
        return call(() -> {
            try {
                endSession(postForm("token", form).path("refresh_token").asString());
                return true;
            } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Unauthorized e) {
                return false;
            }
        });
    }

    private void endSession(String refreshToken) {
        MultiValueMap<String, String> form = clientForm();
        form.add("refresh_token", refreshToken);
        http.post()
                .uri("/realms/{realm}/protocol/openid-connect/logout", properties.realm())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }

    private Object delete(String path, Object... variables) {
        Object[] all = new Object[variables.length + 1];
        all[0] = properties.realm();
        System.arraycopy(variables, 0, all, 1, variables.length);
        try {
            return http.delete()
                    .uri(path, all)
                    .headers(this::authorize)
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.NotFound e) {
            return e;
        }
    }

    private void authorize(HttpHeaders headers) {
        Token current = token;
        if (current == null || clock.instant().isAfter(current.renewAt())) {
            MultiValueMap<String, String> form = clientForm();
            form.add("grant_type", "client_credentials");
            JsonNode tokens = postForm("token", form);
            current = new Token(
                    tokens.path("access_token").asString(),
                    clock.instant().plusSeconds(tokens.path("expires_in").asLong() - RENEW_BEFORE_SECONDS));
            token = current;
        }
        headers.setBearerAuth(current.value());
    }

    private MultiValueMap<String, String> clientForm() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("client_id", properties.clientId());
        form.add("client_secret", properties.clientSecret());
        return form;
    }

    private JsonNode postForm(String endpoint, MultiValueMap<String, String> form) {
        return http.post()
                .uri("/realms/{realm}/protocol/openid-connect/{endpoint}", properties.realm(), endpoint)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .requiredBody(JsonNode.class);
    }

    private static String policyViolation(HttpClientErrorException refusal) {
        JsonNode body = refusal.getResponseBodyAs(JsonNode.class);
        String description = body == null ? "" : body.path("error_description").asString("");
        return description.isEmpty() ? "The password does not meet the password policy." : description;
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (ResourceAccessException | HttpServerErrorException e) {
            log.warn("Keycloak does not respond", e);
            throw new ClientException(ErrorCode.UNAVAILABLE, "The login service does not respond. Try again later.");
        }
    }
}
