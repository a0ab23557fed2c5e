package ft.transcendence.users.identity;

/** A credential stored in Keycloak, without its secret. */
public record StoredCredential(String id, String type) {}
