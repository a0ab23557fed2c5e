package ft.transcendence.users.profile;

import org.jspecify.annotations.Nullable;

/**
 * A change to a field: keep its value or replace it.
 *
 * @param <T> the type of the field
 */
sealed interface Patch<T extends @Nullable Object> {

    /** The new value of a field with this current value. */
    T applyTo(T current);

    /** The client left the field out. */
    record Keep<T extends @Nullable Object>() implements Patch<T> {

        @Override
        public T applyTo(T current) {
            return current;
        }
    }

    /** The client sent a value. */
    record Replace<T extends @Nullable Object>(T value) implements Patch<T> {

        @Override
        public T applyTo(T current) {
            return value;
        }
    }
}
