package ft.transcendence.federation.plan.input;

import java.util.List;

/**
 * A variable of an entity fetch whose value comes from an object that encloses the entity ({@code @fromContext}). Entities with different
 * values are fetched by different {@code _entities} fields.
 *
 * @param name the variable's name; no variable of the client has it
 * @param type its type in GraphQL notation; if it is non-null, entities without a value are not fetched
 * @param source where the enclosing object is: a prefix of the group's path
 * @param selections where the value is within the enclosing object: one field at each level, or one for each of its runtime types
 */
public record ContextVariable(String name, String type, MergePath source, List<InputSelection> selections) {
    public ContextVariable {
        selections = List.copyOf(selections);
    }
}
