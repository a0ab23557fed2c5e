package ft.transcendence.platform.architecture.sample.layer.high;

import ft.transcendence.platform.architecture.sample.layer.low.Low;

public interface High {
    Low low();
}
