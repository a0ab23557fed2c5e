package ft.transcendence.gateway.supergraph;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.CostLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationLimitsPropertiesTests {
    @Test
    void hasDefaults() {
        assertThat(bind(OperationLimitsProperties.class))
                .isEqualTo(new OperationLimitsProperties(
                        100_000, 15_000, 30, 5_000, 100, 30, 20, 10_000, CostLimit.Mode.ENFORCE, 10));
    }

    @Test
    void zeroDisablesTheCostLimit() {
        assertThat(bind(OperationLimitsProperties.class, "max-cost=0").toCostLimit())
                .isNull();
        assertThat(bind(OperationLimitsProperties.class).toCostLimit()).isNotNull();
    }

    @Test
    void measuresCostsWithoutALimit() {
        CostLimit measured = bind(OperationLimitsProperties.class, "cost-mode=measure", "max-cost=0")
                .toCostLimit();
        assertThat(measured).isEqualTo(new CostLimit(1, 10, CostLimit.Mode.MEASURE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-characters=0 | maxCharacters",
                "max-tokens=0 | maxTokens",
                "max-depth=0 | maxDepth",
                "max-fields=0 | maxFields",
                "max-aliases=-1 | maxAliases",
                "max-root-fields=0 | maxRootFields",
                "max-deferred-fragments=-1 | maxDeferredFragments",
                "max-deferred-fragments=61 | maxDeferredFragments",
                "max-cost=-1 | maxCost",
                "list-size=-1 | listSize",
                "cost-mode=off | off",
                "depth=3 | depth"
            })
    void refuses(String setting, String reason) {
        assertThat(refusalOf(OperationLimitsProperties.class, setting)).contains(reason);
    }
}
