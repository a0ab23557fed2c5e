/** Reads the configuration file, and refuses settings for subgraphs that the supergraph does not have. */
@NullMarked
package ft.transcendence.gateway.settings;

import org.jspecify.annotations.NullMarked;
