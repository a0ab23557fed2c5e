/** What is kept of documents. */
@NullMarked
package ft.transcendence.subgraph.document;

import org.jspecify.annotations.NullMarked;
