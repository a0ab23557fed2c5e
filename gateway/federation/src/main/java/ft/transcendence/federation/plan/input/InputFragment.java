package ft.transcendence.federation.plan.input;

import java.util.List;

/**
 * Input fields for objects of some runtime types only.
 *
 * @param runtimeTypes object type names, compared with the merged object's {@code __typename}
 */
public record InputFragment(List<String> runtimeTypes, List<InputSelection> selections) implements InputSelection {
    public InputFragment {
        runtimeTypes = List.copyOf(runtimeTypes);
        selections = List.copyOf(selections);
    }
}
