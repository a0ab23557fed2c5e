package ft.transcendence.gateway.supergraph;

import ft.transcendence.federation.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one operation may ask; see {@link Limits} for each. The defaults leave room for any page of the site and stop bombs.
 *
 * @param maxCharacters length of the document
 * @param maxTokens lexical tokens of the document
 * @param maxDepth nesting of selected fields
 * @param maxFields selected fields, fragments spread
 * @param maxAliases aliased fields, fragments spread
 * @param maxRootFields fields of the operation itself
 */
@ConfigurationProperties(prefix = "gateway.limits", ignoreUnknownFields = false)
record OperationLimitsProperties(
        @DefaultValue("100000") int maxCharacters,
        @DefaultValue("15000") int maxTokens,
        @DefaultValue("30") int maxDepth,
        @DefaultValue("5000") int maxFields,
        @DefaultValue("100") int maxAliases,
        @DefaultValue("30") int maxRootFields) {
    Limits toLimits() {
        return new Limits(maxCharacters, maxTokens, maxDepth, maxFields, maxAliases, maxRootFields);
    }
}
