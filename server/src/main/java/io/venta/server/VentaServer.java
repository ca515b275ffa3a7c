package io.venta.server;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The gateway's process.
 *
 * <p>Logback's events are not counted: that would put a filter before every {@code
 * isDebugEnabled()}, which Jetty asks a dozen times for each write.
 */
@SpringBootApplication(exclude = LogbackMetricsAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class VentaServer {

    /** Starts the gateway; it runs until the process is told to end. */
    public static void main(String[] args) {
        var application = new SpringApplication(VentaServer.class);
        application.addInitializers(new ProductionSettings());
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
