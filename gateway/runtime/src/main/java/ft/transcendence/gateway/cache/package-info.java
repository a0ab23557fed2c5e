/** Keeps responses of subgraphs: root fields as a whole, entities one by one. Off unless a setting turns it on. */
@NullMarked
package ft.transcendence.gateway.cache;

import org.jspecify.annotations.NullMarked;
