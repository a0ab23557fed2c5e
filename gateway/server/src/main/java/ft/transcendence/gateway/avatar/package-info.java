/** The picture of players without one. */
@NullMarked
package ft.transcendence.gateway.avatar;

import org.jspecify.annotations.NullMarked;
