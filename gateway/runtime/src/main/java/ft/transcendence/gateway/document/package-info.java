/** Documents that clients name instead of sending them: registered ones from manifests, and those that clients register themselves. */
@NullMarked
package ft.transcendence.gateway.document;

import org.jspecify.annotations.NullMarked;
