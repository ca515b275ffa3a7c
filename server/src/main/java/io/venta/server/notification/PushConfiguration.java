package io.venta.server.notification;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Push, where the operator has an account for it. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;

    @Bean
    @ConditionalOnExpression("!'${gateway.notifications.firebase-credentials:}'.isEmpty()")
    FirebasePushGateway firebasePushGateway(NotificationSettings settings) throws IOException {
        try (var file = Files.newInputStream(Path.of(settings.firebaseCredentials()))) {
            var options =
                    FirebaseOptions.builder()
                            .setCredentials(GoogleCredentials.fromStream(file))
                            .setConnectTimeout(CONNECT_MILLIS)
                            .setReadTimeout(READ_MILLIS)
                            .build();
            return new FirebasePushGateway(options, "venta");
        }
    }
}
