/**
 * Query plans as pictures: a box for each fetch, an arrow for each fetch that another one waits for. {@code DOT} is the language of Graphviz;
 * the SVG is drawn here, with a layout of layers from top to bottom, and needs no other program.
 */
@NullMarked
package ft.transcendence.federation.plan.diagram;

import org.jspecify.annotations.NullMarked;
