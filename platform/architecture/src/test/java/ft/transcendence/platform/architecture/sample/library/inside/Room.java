package ft.transcendence.platform.architecture.sample.library.inside;

public interface Room {}
