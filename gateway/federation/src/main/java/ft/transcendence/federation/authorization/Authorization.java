package ft.transcendence.federation.authorization;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.operation.NormalizedField;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.supergraph.Supergraph;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which fields of an operation a caller may see. Thread-safe. */
public final class Authorization {

    private final Requirements requirements;

    public Authorization(Supergraph supergraph) {
        this.requirements = new Requirements(supergraph);
    }

    /** The requirements of an operation. Callers that meet the same ones get equal plans with equal errors. */
    public static final class OperationRequirements {

        private static final OperationRequirements NONE = new OperationRequirements(List.of());

        private final List<Requirement> requirements;

        private OperationRequirements(List<Requirement> requirements) {
            this.requirements = requirements;
        }

        /** The names of all policies in the requirements. */
        public Set<String> policies() {
            return requirements.stream()
                    .filter(Requirement.Policies.class::isInstance)
                    .flatMap(requirement -> ((Requirement.Policies) requirement).alternatives().stream())
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /**
         * Says which requirements the caller does not meet; empty if all are met. Otherwise it also says whether the caller is authenticated, because
         * the errors of denied fields depend on that.
         */
        public String unmetBy(Caller caller) {
            boolean allMet = true;
            StringBuilder outcomes = new StringBuilder(requirements.size() + 1);
            for (Requirement requirement : requirements) {
                boolean met = requirement.isMetBy(caller);
                allMet &= met;
                outcomes.append(met ? '1' : '0');
            }
            return allMet
                    ? ""
                    : outcomes.append(caller.authenticated() ? '+' : '-').toString();
        }
    }

    /** The requirements of all fields of an operation. */
    public OperationRequirements requirements(NormalizedOperation operation) {
        if (!requirements.any()) {
            return OperationRequirements.NONE;
        }
        Set<Requirement> found = new LinkedHashSet<>();
        collect(operation.fields(), found, new HashSet<>());
        return found.isEmpty() ? OperationRequirements.NONE : new OperationRequirements(List.copyOf(found));
    }

    /** A field of some types. Most combinations occur many times in an operation. */
    private record FieldOfTypes(List<String> objectTypes, String field) {}

    private void collect(List<NormalizedField> fields, Set<Requirement> found, Set<FieldOfTypes> visited) {
        for (NormalizedField field : fields) {
            if (visited.add(new FieldOfTypes(field.objectTypes(), field.name()))) {
                field.objectTypes().forEach(type -> found.addAll(requirements.of(type, field.name())));
            }
            collect(field.fields(), found, visited);
        }
    }

    /** Removes from the operation what the caller may not see. */
    public AuthorizedOperation authorize(NormalizedOperation operation, Caller caller) {
        return new AuthorizationFilter(requirements, caller).filter(operation);
    }
}
