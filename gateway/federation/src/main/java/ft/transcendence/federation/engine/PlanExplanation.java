package ft.transcendence.federation.engine;

import ft.transcendence.federation.plan.diagram.PlanDiagram;
import ft.transcendence.federation.planner.PlanTrace;
import java.util.List;
import java.util.Locale;

/** A query plan and the steps by which the planner arrived at it, for people to read. Equal operations have equal explanations. */
public final class PlanExplanation {

    /** A step of planning. */
    public enum Step {
        /** What each subgraph of the supergraph can resolve, and how it is entered; the same for every operation. */
        GRAPH,
        /** The nodes and fields of the operation, with every path candidate. */
        TREE,
        /** The selected paths. */
        PATHS,
        /** The fetches and what they wait for, before the optimization passes and after each of them. */
        FETCHES,
        /** The query plan. */
        PLAN;

        /** The name as people write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PlanTrace trace;
    private final List<String> deniedFields;

    PlanExplanation(PlanTrace trace, List<String> deniedFields) {
        this.trace = trace;
        this.deniedFields = List.copyOf(deniedFields);
    }

    /** The paths of the fields that are not planned, because the caller may not see them. */
    public List<String> deniedFields() {
        return deniedFields;
    }

    /** The result of a step as text. */
    public String text(Step step) {
        return switch (step) {
            case GRAPH -> trace.graph().toString();
            case TREE -> trace.tree();
            case PATHS -> trace.paths();
            case FETCHES -> trace.fetches();
            case PLAN -> trace.plan().toString();
        };
    }

    /** The plan in the DOT language of Graphviz. */
    public String dot() {
        return PlanDiagram.of(trace.plan()).dot();
    }

    /** The plan as a standalone SVG document. */
    public String svg() {
        return PlanDiagram.of(trace.plan()).svg();
    }
}
