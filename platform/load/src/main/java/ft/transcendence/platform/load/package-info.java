/** For maintainers: a platform as full as a year of play makes it, and what its operations then cost. */
@NullMarked
package ft.transcendence.platform.load;

import org.jspecify.annotations.NullMarked;
