/** Tests of the container files, the shell scripts and the documents. They only read files and need no container engine. */
@NullMarked
package ft.transcendence.platform.containers;

import org.jspecify.annotations.NullMarked;
