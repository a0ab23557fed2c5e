/** Who is asking: the gateway's credential, the user's token, and the rules methods are guarded by. */
@NullMarked
package ft.transcendence.subgraph.caller;

import org.jspecify.annotations.NullMarked;
