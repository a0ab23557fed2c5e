/** Achievements: a catalogue, players' progress, and who earned what. They follow from the results that count. */
@NullMarked
package ft.transcendence.users.achievement;

import org.jspecify.annotations.NullMarked;
