/** Tests of stubs. */
@NullMarked
package ft.transcendence.testkit.stub;

import org.jspecify.annotations.NullMarked;
