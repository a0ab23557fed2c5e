/** What several gateways share through Redis or Valkey, when it is configured. */
@NullMarked
package ft.transcendence.gateway.sharedstate;

import org.jspecify.annotations.NullMarked;
