/**
 * Friend requests, friendships and blocks, and the profile fields they make visible.
 *
 * <p>A friendship is stored as two directed edges, one owned by each user.
 */
@NullMarked
package ft.transcendence.users.friendship;

import org.jspecify.annotations.NullMarked;
