/** How the path of a request may be written: in one way, so that every filter and every route sees the same one. */
@NullMarked
package ft.transcendence.gateway.path;

import org.jspecify.annotations.NullMarked;
