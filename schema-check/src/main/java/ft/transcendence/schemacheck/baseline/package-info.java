/** What clients and consumers rely on: the last release, a file, or the state of another branch. */
@NullMarked
package ft.transcendence.schemacheck.baseline;

import org.jspecify.annotations.NullMarked;
