package io.venta.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.StompFrame;
import io.venta.testing.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Headers that RabbitMQ gives a meaning: to the gateway they have none. */
class HeaderAttackIntegrationTests extends Attack {

    private static final Map<String, String> OF_THE_BROKER =
            """
            x-queue-name: gateway.notifications
            durable: true
            auto-delete: false
            exclusive: false
            persistent: true
            reply-to: /temp-queue/victim
            selector: 1=1
            ack: client-individual
            prefetch-count: 1
            transaction: t1
            browser: true
            from: 0
            x-queue-type: quorum
            x-max-length: 1
            x-max-length-bytes: 1
            x-overflow: reject-publish
            x-expires: 1
            x-message-ttl: 1
            x-max-priority: 255
            x-dead-letter-exchange: amq.topic
            x-dead-letter-routing-key: location.calm
            x-single-active-consumer: true
            x-stream-offset: first
            x-priority: 10
            x-delay: 1
            login: gateway
            passcode: guest
            host: /other
            content-type: text/html
            content-encoding: gzip
            amqp-message-id: m1
            message-id: m2
            expiration: 1
            priority: 9
            correlation-id: c1
            timestamp: 1
            type: vendor_removed
            user-id: gateway
            app-id: a
            subscription: other
            redelivered: true
            retained: true
            simpDestination: /topic/location.calm
            simpSessionId: other
            simpUser: admin
            nativeHeaders: x
            user-name: admin
            session: other
            CC: location.calm
            BCC: location.calm
            """
                    .lines()
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    @Test
    void haveNoMeaningOneByOne() {
        try (var service = target.listener("header-service", Role.SERVICE)) {
            OF_THE_BROKER.forEach(
                    (name, value) -> {
                        var subscribe =
                                headers(
                                        "id",
                                        "x",
                                        "destination",
                                        "/topic/location.attacker",
                                        name,
                                        value);
                        assertThat(answer(service.ask("SUBSCRIBE", subscribe, "")))
                                .as(name)
                                .isEqualTo("RECEIPT");
                        var send = headers("destination", "/app/location.report", name, value);
                        assertThat(answer(service.ask("SEND", send, report())))
                                .as(name)
                                .isEqualTo("RECEIPT");
                        var unsubscribe = headers("id", "x", name, value);
                        assertThat(answer(service.ask("UNSUBSCRIBE", unsubscribe, "")))
                                .as(name)
                                .isEqualTo("RECEIPT");
                    });
        }
    }

    @Test
    void haveNoMeaningAllAtOnce() {
        var connect = with(headers("accept-version", "1.2", "Authorization", "Bearer " + token()));
        try (var service = target.open()) {
            service.send(new StompFrame("CONNECT", connect, ""));
            var connected = service.await(frame -> frame.command().equals("CONNECTED"));
            assertThat(connected.header("user-name")).isEqualTo("header-service");
            var subscribe = with(headers("id", "x", "destination", "/topic/location.attacker"));
            service.ask("SUBSCRIBE", subscribe, "");
            service.ask("SEND", with(headers("destination", "/app/location.report")), report());
            var heard = service.await(frame -> frame.command().equals("MESSAGE"));
            assertThat(heard.headers().keySet())
                    .isSubsetOf(
                            "destination",
                            "subscription",
                            "message-id",
                            "type",
                            "content-type",
                            "content-length",
                            "retained");
            assertThat(heard.header("type")).isEqualTo("location_updated");
            service.ask("UNSUBSCRIBE", with(headers("id", "x")), "");
            service.ask("DISCONNECT", with(headers()), "");
        }
    }

    /** STOMP 1.2: of a repeated header the first counts, for who checks and for who acts. */
    @Test
    void countOnceThoughTheyComeTwice() {
        try (var customer = target.listener("twice", Role.CUSTOMER)) {
            customer.text(
                    "SUBSCRIBE\nid:x\ndestination:/topic/location.v1\nreceipt:r1\n"
                            + "id:y\ndestination:/topic/location.*\nreceipt:r2\n\n\0");
            customer.await(frame -> frame.is("RECEIPT", "receipt-id", "r1"));
            customer.text(
                    "SUBSCRIBE\nid:z\ndestination:/topic/location.*\nreceipt:r3\n"
                            + "destination:/topic/location.v1\n\n\0");
            var refusal = customer.await(frame -> frame.body().contains("\"receipt\":\"r3\""));
            assertThat(answer(refusal)).isEqualTo("AUTHORIZATION_FAILED");
            assertThat(customer.frames())
                    .noneMatch(frame -> frame.is("RECEIPT", "receipt-id", "r2"));
        }
    }

    private static Map<String, String> with(Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        OF_THE_BROKER.forEach(all::putIfAbsent);
        return all;
    }

    private static String token() {
        return Tokens.of("header-service", Role.SERVICE).sign();
    }

    private static String report() {
        return "{\"vendorId\":\"attacker\",\"location\":{\"lat\":1,\"long\":2}}";
    }
}
