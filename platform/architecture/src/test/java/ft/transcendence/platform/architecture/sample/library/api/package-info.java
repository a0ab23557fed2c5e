/** Sample code for the rules. */
@NullMarked
package ft.transcendence.platform.architecture.sample.library.api;

import org.jspecify.annotations.NullMarked;
