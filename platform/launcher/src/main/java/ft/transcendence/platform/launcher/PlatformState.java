package ft.transcendence.platform.launcher;

/** The state of a platform, and the exit status of {@code status}. */
enum PlatformState {
    READY("Ready", 0),
    NOT_RUNNING("Not running", 1),
    STARTING("Starting", 1),
    STOPPING("Stopping", 1),
    /** It is running, but at least one part is not. */
    DEGRADED("Degraded", 3);

    private final String shown;
    private final int exitStatus;

    PlatformState(String shown, int exitStatus) {
        this.shown = shown;
        this.exitStatus = exitStatus;
    }

    String shown() {
        return shown;
    }

    int exitStatus() {
        return exitStatus;
    }
}
