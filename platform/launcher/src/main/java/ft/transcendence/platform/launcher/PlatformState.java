package ft.transcendence.platform.launcher;

/** What a whole platform is doing, and the exit status of the command that asks. */
enum PlatformState {
    READY("Ready", 0),
    NOT_RUNNING("Not running", 1),
    STARTING("Starting", 1),
    STOPPING("Stopping", 1),
    /** It runs, and a part of it does not. */
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
