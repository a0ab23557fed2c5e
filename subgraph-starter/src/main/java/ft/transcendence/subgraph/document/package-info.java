/** What is kept of documents from one request to the next. */
@NullMarked
package ft.transcendence.subgraph.document;

import org.jspecify.annotations.NullMarked;
