/** Tests of the adapter, with a real application. */
@NullMarked
package ft.transcendence.testkit.dgs;

import org.jspecify.annotations.NullMarked;
