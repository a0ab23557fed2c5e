package ft.transcendence.platform.launcher;

/** What the applications are tuned for. */
enum Tuning {
    /** A quick start and little memory: for people who look into the platform. */
    START,
    /** Measurements under load: all compilers, a larger heap, and no limit on how much one client may ask. */
    LOAD
}
