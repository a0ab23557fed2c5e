/** The users subgraph: profiles, friendships and accounts. */
@NullMarked
package ft.transcendence.users;

import org.jspecify.annotations.NullMarked;
