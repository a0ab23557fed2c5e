/** Rate limits by token buckets, in memory and shared by several gateways. */
@NullMarked
package ft.transcendence.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
