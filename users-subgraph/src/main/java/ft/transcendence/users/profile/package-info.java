/** Who the users are and how they look to others. */
@NullMarked
package ft.transcendence.users.profile;

import org.jspecify.annotations.NullMarked;
