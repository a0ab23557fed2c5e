package ft.transcendence.platform.launcher;

/** What a part is doing. */
enum PartState {
    /** It waits for the parts it needs. */
    WAITING("waiting"),
    STARTING("starting"),
    READY("ready"),
    /** It ended by itself and is started again in a moment. */
    BACKING_OFF("ended, starts again"),
    /** It ended too often and is left alone until somebody asks for it. */
    GIVEN_UP("given up"),
    STOPPING("stopping");

    private final String shown;

    PartState(String shown) {
        this.shown = shown;
    }

    /** The words for people. */
    String shown() {
        return shown;
    }
}
