package ft.transcendence.federation.planner;

import ft.transcendence.federation.plan.QueryPlan;
import ft.transcendence.federation.planner.graph.QueryGraph;

/**
 * A query plan together with the steps that led to it, each as text. A mutation has the steps of each group of fields that share a request,
 * one after the other.
 *
 * @param graph the query graph; its text is as long as the supergraph, so it is printed on demand
 * @param tree the query trees
 * @param paths the selected paths
 * @param fetches the fetch graphs, before the optimization passes and after each of them
 */
public record PlanTrace(QueryGraph graph, String tree, String paths, String fetches, QueryPlan plan) {}
