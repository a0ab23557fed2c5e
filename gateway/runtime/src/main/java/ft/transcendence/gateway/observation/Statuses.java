package ft.transcendence.gateway.observation;

/** HTTP statuses as values of a tag. */
final class Statuses {
    static final String NONE = "none";

    private Statuses() {}

    static String valueOf(int status) {
        if (status == 0) {
            return NONE;
        }
        return status >= 100 && status <= 599 ? Integer.toString(status) : "other";
    }
}
