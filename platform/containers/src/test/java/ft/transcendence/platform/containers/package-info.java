/** Tests that the containers are what the applications expect, read from the files alone: no container engine is needed. */
@NullMarked
package ft.transcendence.platform.containers;

import org.jspecify.annotations.NullMarked;
