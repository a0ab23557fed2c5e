package ft.transcendence.subgraph.execution;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets the work on a request know the {@link CallerConnection} it came by, which servlets cannot see. */
final class CallerConnectionValve extends ValveBase {

    CallerConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(CallerConnection.ATTRIBUTE, new CallerConnection(request.getCoyoteRequest()));
        getNext().invoke(request, response);
    }
}
