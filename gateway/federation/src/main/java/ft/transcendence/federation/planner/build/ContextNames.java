package ft.transcendence.federation.planner.build;

import ft.transcendence.federation.plan.selection.VariableUse;
import ft.transcendence.federation.planner.tree.ContextInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the variables for values of enclosing objects. None of them is used by the client. */
final class ContextNames {
    private final Set<String> taken;
    private final Map<ContextInput, String> names = new HashMap<>();
    private int next;

    ContextNames(List<VariableUse> clientVariables) {
        this.taken = clientVariables.stream().map(VariableUse::name).collect(Collectors.toSet());
    }

    String of(ContextInput context) {
        return names.computeIfAbsent(context, ignored -> nextName());
    }

    private String nextName() {
        String name;
        do {
            name = "context" + next++;
        } while (taken.contains(name));
        return name;
    }
}
