/** Writes a report as text, JSON, Markdown or GitHub annotations. */
@NullMarked
package ft.transcendence.schemacheck.verdict;

import org.jspecify.annotations.NullMarked;
