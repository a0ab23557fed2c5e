/** The ways to the fields of one operation: where each can come from, and which of these ways are taken. */
@NullMarked
package ft.transcendence.federation.planner.path;

import org.jspecify.annotations.NullMarked;
