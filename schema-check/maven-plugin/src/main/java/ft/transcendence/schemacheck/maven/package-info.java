/** The goals of the Maven plugin. */
@NullMarked
package ft.transcendence.schemacheck.maven;

import org.jspecify.annotations.NullMarked;
