/** Tests of the JSON reader and writer. */
@NullMarked
package ft.transcendence.testkit.json;

import org.jspecify.annotations.NullMarked;
