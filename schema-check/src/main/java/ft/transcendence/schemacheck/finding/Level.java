package ft.transcendence.schemacheck.finding;

/** How bad a finding is, the worst first. */
public enum Level {
    /** Invalid by itself. */
    ERROR,
    /** Valid, but breaks clients or consumers. */
    BREAKING,
    /** May surprise clients or consumers. */
    DANGEROUS,
    /** A hint of composition. */
    HINT,
    /** A change that nobody notices. */
    SAFE
}
