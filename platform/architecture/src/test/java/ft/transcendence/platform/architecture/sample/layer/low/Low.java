package ft.transcendence.platform.architecture.sample.layer.low;

public interface Low {}
