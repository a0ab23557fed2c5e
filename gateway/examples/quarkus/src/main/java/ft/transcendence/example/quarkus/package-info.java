/** The federation engine in a Quarkus application: a REST resource, and beans for the engine and its transport. */
@NullMarked
package ft.transcendence.example.quarkus;

import org.jspecify.annotations.NullMarked;
