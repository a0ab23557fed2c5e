/** CPU profiles of the platform's JVMs: recorded with JDK Flight Recorder, and summarized by layer. */
@NullMarked
package ft.transcendence.platform.load.profile;

import org.jspecify.annotations.NullMarked;
