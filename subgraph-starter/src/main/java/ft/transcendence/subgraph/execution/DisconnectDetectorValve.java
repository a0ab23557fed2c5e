package ft.transcendence.subgraph.execution;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Attaches a {@link DisconnectDetector} to each request. It is a valve because servlets cannot access the connection.
 */
final class DisconnectDetectorValve extends ValveBase {

    DisconnectDetectorValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(DisconnectDetector.ATTRIBUTE, new DisconnectDetector(request.getCoyoteRequest()));
        getNext().invoke(request, response);
    }
}
