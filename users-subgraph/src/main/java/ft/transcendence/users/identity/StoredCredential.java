package ft.transcendence.users.identity;

/** A credential Keycloak keeps; its secret stays there. */
public record StoredCredential(String id, String type) {}
