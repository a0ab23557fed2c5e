package ft.transcendence.federation.json;

import ft.transcendence.federation.executor.ExecutionInput;

/** Breaks the layers, for a test. */
interface KnowsExecutor {
    ExecutionInput input();
}
