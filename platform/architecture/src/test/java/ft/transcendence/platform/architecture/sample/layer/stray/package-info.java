/** Sample code for the rules. */
@NullMarked
package ft.transcendence.platform.architecture.sample.layer.stray;

import org.jspecify.annotations.NullMarked;
