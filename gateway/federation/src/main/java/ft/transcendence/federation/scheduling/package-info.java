/** Schedules the preparation of new operations: bounded, fair between sources, each operation once. */
@NullMarked
package ft.transcendence.federation.scheduling;

import org.jspecify.annotations.NullMarked;
