package ft.transcendence.federation.plan.input;

/** What a representation copies from an object of the merged tree. */
public sealed interface InputSelection permits InputField, InputFragment {}
