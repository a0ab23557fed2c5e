/** Load tests for maintainers: fills a platform with a year of matches and measures what its operations cost. */
@NullMarked
package ft.transcendence.platform.load;

import org.jspecify.annotations.NullMarked;
