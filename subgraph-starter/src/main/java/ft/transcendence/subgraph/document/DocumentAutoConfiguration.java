package ft.transcendence.subgraph.document;

import com.github.benmanes.caffeine.cache.Ticker;
import com.netflix.graphql.dgs.springgraphql.autoconfig.DgsSpringGraphQLAutoConfiguration;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Configures the cache of parsed documents. */
@AutoConfiguration(before = DgsSpringGraphQLAutoConfiguration.class)
class DocumentAutoConfiguration {

    @Bean
    PreparsedDocumentProvider parsedDocumentCache() {
        return new ParsedDocumentCache(Ticker.systemTicker());
    }
}
