/** How users stand to each other: requests, friendships and blocks, and what they therefore see of each other. */
@NullMarked
package ft.transcendence.users.friendship;

import org.jspecify.annotations.NullMarked;
