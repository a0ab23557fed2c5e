package ft.transcendence.users.login;

/** The ways to log in. */
public enum LoginMethod {
    PASSWORD,
    FORTY_TWO
}
