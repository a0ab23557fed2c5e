package ft.transcendence.users.breach.identity;

/** The lowest layer. */
public record LoginService(String url) {}
