package ft.transcendence.federation.plan.input;

import java.util.List;

/**
 * A variable of an entity fetch whose value comes from an object that encloses the entity ({@code @fromContext}). Entities whose
 * values differ are asked for in different {@code _entities} fields.
 *
 * @param name the variable's name, which no variable of the client has
 * @param type its type in GraphQL notation; where it is non-null, entities without a value are not asked for
 * @param source where the enclosing object lies: the beginning of the group's path
 * @param selections where the value lies in the enclosing object: one field at each level, or one for each of its runtime types
 */
public record ContextVariable(String name, String type, MergePath source, List<InputSelection> selections) {
    public ContextVariable {
        selections = List.copyOf(selections);
    }
}
