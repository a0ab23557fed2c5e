/** Who is asking: the gateway's credential, the user's token, and the rules methods are guarded by. */
@NullMarked
package ft.transcendence.subgraph.security;

import org.jspecify.annotations.NullMarked;
