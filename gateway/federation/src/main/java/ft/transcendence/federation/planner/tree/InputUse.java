package ft.transcendence.federation.planner.tree;

/**
 * What an input is for.
 *
 * @param part the part of the response whose fetch needs it
 * @param isKey whether it belongs to a key, which earlier fetches may select for it; requirements are fetched with the part itself
 */
public record InputUse(int part, boolean isKey) {}
