/** Players' experience and levels, which follow from their totals. */
@NullMarked
package ft.transcendence.users.level;

import org.jspecify.annotations.NullMarked;
