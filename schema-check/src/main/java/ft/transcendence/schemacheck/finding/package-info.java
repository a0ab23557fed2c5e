/** What the check finds, and the report of all findings. */
@NullMarked
package ft.transcendence.schemacheck.finding;

import org.jspecify.annotations.NullMarked;
