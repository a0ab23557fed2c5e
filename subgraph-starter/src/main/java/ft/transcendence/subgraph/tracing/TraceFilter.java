package ft.transcendence.subgraph.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Continues the gateway's trace with a span for each GraphQL request. */
final class TraceFilter extends OncePerRequestFilter {

    private final Tracing tracing;
    private final String path;

    TraceFilter(Tracing tracing, String path) {
        this.tracing = tracing;
        this.path = path;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracing.request(request::getHeader, request.getMethod() + " " + path);
        try (Scope _ = span.makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            span.setAttribute("http.request.method", request.getMethod());
            span.setAttribute("http.response.status_code", response.getStatus());
            if (response.getStatus() >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
