/** The federation engine in the JDK's own HTTP server. */
module ft.transcendence.example.httpserver {
    requires ft.transcendence.federation;
    requires java.net.http;
    requires jdk.httpserver;
    requires tools.jackson.databind;
}
