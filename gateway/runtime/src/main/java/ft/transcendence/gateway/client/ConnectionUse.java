package ft.transcendence.gateway.client;

/**
 * How connections are used at the moment. The numbers are approximate while requests are in flight.
 *
 * @param open open connections
 * @param waiting requests that wait for one
 * @param waits requests that have waited so far, whether or not they got one
 * @param waitedNanos how long they have waited, in all
 */
public record ConnectionUse(int open, int waiting, long waits, long waitedNanos) {
    public static final ConnectionUse NONE = new ConnectionUse(0, 0, 0, 0);

    public ConnectionUse plus(ConnectionUse other) {
        return new ConnectionUse(
                open + other.open, waiting + other.waiting, waits + other.waits, waitedNanos + other.waitedNanos);
    }
}
