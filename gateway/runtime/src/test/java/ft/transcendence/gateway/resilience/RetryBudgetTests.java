package ft.transcendence.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTests {
    @Test
    void startsWithItsReserve() {
        RetryBudget budget = budget(0.2, 2);

        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void queriesAllowAShareOfRetries() {
        RetryBudget budget = budget(0.2, 1);
        int retries = 0;
        for (int query = 0; query < 1_000; query++) {
            budget.add();
            retries += budget.spend() ? 1 : 0;
        }
        assertThat(retries).isBetween(200, 201);
    }

    @Test
    void keepsNoMoreThanItsReserve() {
        RetryBudget budget = budget(1, 3);
        for (int query = 0; query < 1_000; query++) {
            budget.add();
        }
        for (int retry = 0; retry < 3; retry++) {
            assertThat(budget.spend()).isTrue();
        }
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void allowsNothingWhenThereIsNoReserve() {
        RetryBudget budget = budget(1, 0);
        budget.add();

        assertThat(budget.spend()).isFalse();
    }

    private static RetryBudget budget(double share, int reserve) {
        return new RetryBudget(new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), share, reserve));
    }
}
