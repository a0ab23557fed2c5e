package ft.transcendence.schemacheck;

/** What a check is for. */
public enum Purpose {
    /** To show what would break. */
    CHECK,
    /** To accept breaking changes and make the current state the new baseline, unless something is invalid or breaks a recorded operation. */
    RELEASE
}
