package ft.transcendence.users.profile;

import org.jspecify.annotations.Nullable;

/**
 * A field's change: kept as it is, or set, to null as well where the field may be missing.
 *
 * @param <T> the field's type
 */
sealed interface Patch<T extends @Nullable Object> {

    /** The field's value after the change of this value. */
    T applyTo(T current);

    /** The client left the field out. */
    record Keep<T extends @Nullable Object>() implements Patch<T> {

        @Override
        public T applyTo(T current) {
            return current;
        }
    }

    /** The client named a value. */
    record Replace<T extends @Nullable Object>(T value) implements Patch<T> {

        @Override
        public T applyTo(T current) {
            return value;
        }
    }
}
