package ft.transcendence.gateway.protection;

/**
 * One protection as it is configured.
 *
 * @param state on, or off although it could be on
 * @param name what it is
 * @param detail with which limits; empty if there is nothing to say
 */
public record Protection(State state, String name, String detail) {
    /** Whether it protects. */
    public enum State {
        ON,
        OFF;

        /** The state of a protection that a setting turns on. */
        public static State of(boolean isOn) {
            return isOn ? ON : OFF;
        }
    }

    /** A protection without details. */
    public static Protection of(boolean isOn, String name) {
        return of(isOn, name, "");
    }

    /** @param detail is left out if it is off */
    public static Protection of(boolean isOn, String name, String detail) {
        return new Protection(State.of(isOn), name, isOn ? detail : "");
    }
}
