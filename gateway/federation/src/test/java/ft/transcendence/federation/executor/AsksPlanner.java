package ft.transcendence.federation.executor;

import ft.transcendence.federation.planner.QueryPlanner;

/** Makes the executor depend on the planner, for a test. */
interface AsksPlanner {
    QueryPlanner planner();
}
