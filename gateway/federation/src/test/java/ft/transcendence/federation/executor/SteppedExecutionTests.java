package ft.transcendence.federation.executor;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.executor.step.EntityBatch;
import ft.transcendence.federation.executor.step.EntityFetchStep;
import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.shop.Shop;
import ft.transcendence.federation.subgraphs.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The execution that the benchmarks measure gives the right response. */
class SteppedExecutionTests {

    private final SteppedExecution execution = ExecutorBenchmark.heavy();

    @Test
    void allStepsTogetherGiveTheResponseRepeatedly() {
        Object right = Shop.response(Shop.HEAVY, Map.of()).get("data");
        assertThat(Json.same(Json.read(execution.project().toString()), right)).isTrue();
        execution.restart();
        assertThat(execution.project().toString()).isEqualTo("{\"users\":null,\"topProducts\":null}");
        execution.runAll();
        assertThat(Json.same(Json.read(execution.project().toString()), right)).isTrue();
    }

    @Test
    void batchSendsEachRepresentationOnce() {
        EntityFetchStep fetch = execution.entityFetches().getLast();
        JsonWriter body = new JsonWriter(512);
        EntityBatch[] batches = execution.writeBatches(fetch, body);
        assertThat(batches).allSatisfy(batch -> assertThat(batch.count()).isPositive());
        Map<String, ?> variables =
                Json.fields(Json.fields(Json.read(body.toString())).get("variables"));
        assertThat(variables).isNotEmpty().allSatisfy((name, sent) -> assertThat(Json.items(sent))
                .doesNotHaveDuplicates());
    }
}
