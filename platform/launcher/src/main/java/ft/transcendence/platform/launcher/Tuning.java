package ft.transcendence.platform.launcher;

/** What the applications are optimized for. */
enum Tuning {
    /** A fast start and little memory: for development and demos. */
    START,
    /** Measurements under load: all compilers, a larger heap, and no rate limit. */
    LOAD
}
