/** Refuses settings that nothing reads, so that a mistyped one does not silently leave its default in force. */
@NullMarked
package ft.transcendence.platform.process.settings;

import org.jspecify.annotations.NullMarked;
