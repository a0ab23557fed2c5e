package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.api.Test;

class CostUsesTests {
    @Test
    void refusesFieldsOfInterfaces() {
        CheckedSubgraph checked = CheckedSubgraph.of("interface Node { id: ID! @cost(weight: 2) }");
        assertThat(checked.codes()).containsExactly(ErrorCode.COST_APPLIED_TO_INTERFACE_FIELD);
        assertThat(checked.places()).containsExactly("1:26");
    }

    @Test
    void acceptsArgumentsOfInterfacesAndFieldsOfObjects() {
        CheckedSubgraph checked = CheckedSubgraph.of("""
                interface Node { id(of: Int @cost(weight: 1)): ID! }
                type Book { id: ID! @cost(weight: 2) }
                """);
        assertThat(checked.codes()).isEmpty();
    }

    @Test
    void theCostSpecificationHasNoSuchRule() {
        CheckedSubgraph checked = CheckedSubgraph.linking(
                "@link(url: \"https://specs.apollo.dev/federation/v2.9\")"
                        + " @link(url: \"https://specs.apollo.dev/cost/v0.1\", import: [\"@cost\"])",
                "interface Node { id: ID! @cost(weight: 2) }");
        assertThat(checked.codes()).isEmpty();
    }
}
