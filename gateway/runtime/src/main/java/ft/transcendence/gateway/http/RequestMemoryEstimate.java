package ft.transcendence.gateway.http;

import java.util.function.IntUnaryOperator;

/**
 * Estimates the heap that a request takes once it is parsed, from its text and before parsing it. A megabyte of empty lists
 * becomes twenty megabytes of objects, so the length alone says little.
 */
final class RequestMemoryEstimate {
    /** The cost of a value besides its characters: an object, its entry in a list or map, and its name. */
    private static final int VALUE_BYTES = 48;

    private RequestMemoryEstimate() {}

    /** @param json in UTF-8 */
    static long of(byte[] json) {
        return of(json.length, index -> json[index]);
    }

    static long of(String json) {
        return of(json.length(), json::charAt);
    }

    private static long of(int length, IntUnaryOperator text) {
        int values = 0;
        for (int i = 0; i < length; i++) {
            values += switch (text.applyAsInt(i)) {
                // a value follows each of these, which may be percent-encoded in a query string
                case '{', '[', ',', ':', '%' -> 1;
                default -> 0;
            };
        }
        // raw and parsed
        return 2L * length + (long) VALUE_BYTES * values;
    }
}
