/** What the payloads of all mutations have alike. */
@NullMarked
package ft.transcendence.users.mutation;

import org.jspecify.annotations.NullMarked;
