/** The JSON Schemas of events and their compatibility with the released ones. */
@NullMarked
package ft.transcendence.schemacheck.events;

import org.jspecify.annotations.NullMarked;
