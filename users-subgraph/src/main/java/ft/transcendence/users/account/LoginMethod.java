package ft.transcendence.users.account;

/** The ways to log in. */
enum LoginMethod {
    PASSWORD,
    FORTY_TWO
}
