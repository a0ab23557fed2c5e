/** The default avatar. */
@NullMarked
package ft.transcendence.gateway.avatar;

import org.jspecify.annotations.NullMarked;
