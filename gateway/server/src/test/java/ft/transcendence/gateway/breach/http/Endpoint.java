package ft.transcendence.gateway.breach.http;

public record Endpoint() {}
