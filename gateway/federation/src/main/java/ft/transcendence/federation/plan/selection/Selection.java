package ft.transcendence.federation.plan.selection;

/** What is asked of a subgraph: a field, or fields of objects of one type. */
public sealed interface Selection permits FieldSelection, InlineFragment {}
