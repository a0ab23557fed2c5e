/** Authentication and authorization: the gateway's credential, the caller's token, and the rules on methods. */
@NullMarked
package ft.transcendence.subgraph.security;

import org.jspecify.annotations.NullMarked;
