package ft.transcendence.platform.architecture.sample.library.api;

public interface Door {
    String name();
}
