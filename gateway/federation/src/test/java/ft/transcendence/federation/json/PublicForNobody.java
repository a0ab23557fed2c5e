package ft.transcendence.federation.json;

/** Is public although no other package uses it, for a test. */
public interface PublicForNobody {}
