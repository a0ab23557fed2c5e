/** The specifications that a schema links ({@code @link}, see https://specs.apollo.dev/link/v1.0), and what its names mean by them. */
@NullMarked
package ft.transcendence.composition.link;

import org.jspecify.annotations.NullMarked;
