package ft.transcendence.users.login;

/** The ways to log in, as in the schema's enum of the same name. */
public enum LoginMethod {
    PASSWORD,
    FORTY_TWO
}
