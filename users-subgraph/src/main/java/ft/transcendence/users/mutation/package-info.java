/** The error type shared by the payloads of all mutations. */
@NullMarked
package ft.transcendence.users.mutation;

import org.jspecify.annotations.NullMarked;
