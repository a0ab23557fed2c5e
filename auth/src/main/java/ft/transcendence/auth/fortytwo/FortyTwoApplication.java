package ft.transcendence.auth.fortytwo;

import java.util.List;

/**
 * The application registered at the fake 42.
 *
 * @param redirectUris allowed redirect URIs; one that ends with {@code *} allows all URIs with that prefix
 */
public record FortyTwoApplication(String clientId, String clientSecret, List<String> redirectUris) {

    public FortyTwoApplication {
        redirectUris = List.copyOf(redirectUris);
        if (clientId.isBlank() || clientSecret.isBlank() || redirectUris.isEmpty()) {
            throw new IllegalArgumentException("A 42 application needs an id, a secret and at least one redirect URI");
        }
    }

    boolean allowsRedirectTo(String address) {
        return redirectUris.stream()
                .anyMatch(allowed -> allowed.endsWith("*")
                        ? address.startsWith(allowed.substring(0, allowed.length() - 1))
                        : address.equals(allowed));
    }

    @Override
    public String toString() {
        return "FortyTwoApplication[clientId=" + clientId + ", redirectUris=" + redirectUris + "]";
    }
}
