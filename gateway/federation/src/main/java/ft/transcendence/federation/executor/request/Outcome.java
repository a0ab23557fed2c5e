package ft.transcendence.federation.executor.request;

/** The outcome of writing a field or a whole representation. */
public enum Outcome {
    WRITTEN,
    /** A required input is missing, or null although it must not be. */
    ABSENT,
    /** Like {@link #ABSENT}, because of an error that has been reported. */
    FAILED,
    /** A required object has no runtime type, or one that the supergraph does not know. Nobody has reported that yet. */
    UNKNOWN_TYPE
}
