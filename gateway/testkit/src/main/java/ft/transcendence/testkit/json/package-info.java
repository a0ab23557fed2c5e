/** JSON as plain Java values. */
@NullMarked
package ft.transcendence.testkit.json;

import org.jspecify.annotations.NullMarked;
