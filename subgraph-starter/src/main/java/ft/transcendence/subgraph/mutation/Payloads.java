package ft.transcendence.subgraph.mutation;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the payloads of mutations, which contain either a result or errors. */
public final class Payloads {

    private Payloads() {}

    /** Creates a payload; usually the constructor of its record. */
    @FunctionalInterface
    public interface PayloadFactory<T, P> {

        /**
         * @param result the result; {@code null} if the change was rejected
         * @param errors why it was rejected; empty if it was made
         */
        P create(@Nullable T result, List<UserError> errors);
    }

    /** Makes a change and returns its payload. Exceptions other than a rejection are not caught. */
    public static <T, P> P of(Supplier<T> change, PayloadFactory<T, P> factory) {
        try {
            return factory.create(change.get(), List.of());
        } catch (ChangeRejectedException rejection) {
            return factory.create(null, rejection.errors());
        }
    }
}
