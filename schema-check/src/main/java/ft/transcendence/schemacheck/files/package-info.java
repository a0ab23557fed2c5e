/** The files that are composed and checked: those of a folder, or those of a commit. */
@NullMarked
package ft.transcendence.schemacheck.files;

import org.jspecify.annotations.NullMarked;
