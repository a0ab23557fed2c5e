/** Sample code for the rules. */
@NullMarked
package ft.transcendence.platform.architecture.sample.layer.low;

import org.jspecify.annotations.NullMarked;
