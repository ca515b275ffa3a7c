package io.venta.server.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisSilenceTests {

    private final EmbeddedChannel channel = new EmbeddedChannel(new RedisSilence());

    @BeforeEach
    void freezeTime() {
        channel.freezeTime();
    }

    @Test
    void closesWhatDoesNotAnswer() {
        channel.writeOutbound("command");
        pass(RedisSilence.LONGEST.minusMillis(1));
        channel.writeOutbound("another");
        assertThat(channel.isOpen()).isTrue();

        pass(Duration.ofMillis(1));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void keepsWhatAnswersAndWhatIsAskedNothing() {
        pass(RedisSilence.LONGEST.multipliedBy(2));
        channel.writeOutbound("command");
        pass(RedisSilence.LONGEST.minusMillis(1));
        channel.writeInbound("answer");

        pass(RedisSilence.LONGEST.multipliedBy(2));

        assertThat(channel.isOpen()).isTrue();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }
}
