/** Tests of the adapter, with a real application. */
@NullMarked
package ft.transcendence.testkit.spring;

import org.jspecify.annotations.NullMarked;
