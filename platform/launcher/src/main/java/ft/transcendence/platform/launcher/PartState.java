package ft.transcendence.platform.launcher;

/** What a part is doing. */
enum PartState {
    /** It waits for its dependencies. */
    WAITING("waiting"),
    STARTING("starting"),
    READY("ready"),
    /** It exited unexpectedly and will be restarted after a delay. */
    BACKING_OFF("exited, restarting"),
    /** It failed too often and stays down until a restart is requested. */
    GIVEN_UP("given up"),
    STOPPING("stopping");

    private final String shown;

    PartState(String shown) {
        this.shown = shown;
    }

    /** The state as shown to users. */
    String shown() {
        return shown;
    }
}
