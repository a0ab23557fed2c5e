/** Subgraphs of other teams, of which a test has the schema only. */
@NullMarked
package ft.transcendence.testkit.stub;

import org.jspecify.annotations.NullMarked;
