/** What the engine's README shows, as code that runs. It uses the API alone. */
@NullMarked
package ft.transcendence.federation.guide;

import org.jspecify.annotations.NullMarked;
