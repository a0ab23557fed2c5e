package ft.transcendence.federation.conformance;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first needed, so that a failure to make it fails the test that needs it. */
final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }
}
