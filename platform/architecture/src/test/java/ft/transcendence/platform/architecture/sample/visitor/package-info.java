/** Sample code for the rules. */
@NullMarked
package ft.transcendence.platform.architecture.sample.visitor;

import org.jspecify.annotations.NullMarked;
