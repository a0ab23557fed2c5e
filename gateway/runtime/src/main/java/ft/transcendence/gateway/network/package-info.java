/** Where requests come from and which address and path they are for. */
@NullMarked
package ft.transcendence.gateway.network;

import org.jspecify.annotations.NullMarked;
