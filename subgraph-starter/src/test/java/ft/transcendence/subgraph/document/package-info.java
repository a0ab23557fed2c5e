/** Tests of the document cache. */
@NullMarked
package ft.transcendence.subgraph.document;

import org.jspecify.annotations.NullMarked;
