package ft.transcendence.gateway.http;

import java.util.function.IntUnaryOperator;

/**
 * Estimates the heap that a request takes once it is read, from its text and before anything is made of it. One megabyte of empty lists
 * becomes twenty of objects, so the length alone says little.
 */
final class RequestMemoryEstimate {
    /** What a value takes beside its characters: an object, its place in a list or map, and its name's there. */
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
                // each value follows one of them, in a query string perhaps in hexadecimal
                case '{', '[', ',', ':', '%' -> 1;
                default -> 0;
            };
        }
        // as it arrived, and as it was read
        return 2L * length + (long) VALUE_BYTES * values;
    }
}
