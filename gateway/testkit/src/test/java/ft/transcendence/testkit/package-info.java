/** Tests of the test kit. */
@NullMarked
package ft.transcendence.testkit;

import org.jspecify.annotations.NullMarked;
