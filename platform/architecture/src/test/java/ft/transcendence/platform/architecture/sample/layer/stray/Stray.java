package ft.transcendence.platform.architecture.sample.layer.stray;

public interface Stray {}
