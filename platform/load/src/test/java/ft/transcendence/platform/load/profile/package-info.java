/** Tests of CPU profiles. */
@NullMarked
package ft.transcendence.platform.load.profile;

import org.jspecify.annotations.NullMarked;
