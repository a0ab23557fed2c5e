package ft.transcendence.federation.plan.selection;

/** An item of a subgraph request's selection set. */
public sealed interface Selection permits FieldSelection, InlineFragment {}
