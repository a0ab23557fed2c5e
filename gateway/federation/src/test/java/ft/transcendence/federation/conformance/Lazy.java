package ft.transcendence.federation.conformance;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first needed, so that a failure only affects the tests that need it. */
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
