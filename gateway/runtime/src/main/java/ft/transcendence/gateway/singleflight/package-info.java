/** Lets equal calls share the one that is in flight. */
@NullMarked
package ft.transcendence.gateway.singleflight;

import org.jspecify.annotations.NullMarked;
