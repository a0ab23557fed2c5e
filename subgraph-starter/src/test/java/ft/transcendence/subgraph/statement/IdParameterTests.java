package ft.transcendence.subgraph.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdParameterTests {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void comparesASingleIdByItself() {
        IdParameter id = IdParameter.of(Set.of(ONE));

        assertThat(id.comparison("id")).isEqualTo("= :id");
        assertThat(id.table("id")).isEqualTo("(VALUES (CAST(:id AS uuid))) AS wanted (id)");
        assertThat(id.value()).isEqualTo(ONE);
    }

    @Test
    void comparesSeveralIdsAsAnArray() {
        IdParameter ids = IdParameter.of(List.of(ONE, TWO));

        assertThat(ids.comparison("ids")).isEqualTo("= ANY (:ids)");
        assertThat(ids.table("ids")).isEqualTo("unnest(:ids) AS wanted (id)");
        assertThat(ids.value()).isEqualTo(new UUID[] {ONE, TWO});
    }

    @Test
    void refusesAStatementForNoRows() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdParameter.of(List.of()));
    }
}
