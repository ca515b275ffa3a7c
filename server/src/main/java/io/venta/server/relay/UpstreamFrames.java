package io.venta.server.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** Writes frames for RabbitMQ: everything in them is the gateway's, nothing a client's. */
final class UpstreamFrames {

    /** How many messages may wait in a node's queue; beyond it the oldest go. */
    private static final String MAX_LENGTH = "100000";

    /**
     * How many messages of a shared queue a node holds at a time; the others are for the other
     * nodes.
     */
    private static final String PREFETCH = "100";

    private UpstreamFrames() {}

    /** Of this frame STOMP escapes nothing. */
    static void connect(ByteBuf out, UpstreamSettings settings, long heartbeatMillis) {
        ascii(out, "CONNECT\naccept-version:1.2\nheart-beat:");
        ascii(out, heartbeatMillis + "," + heartbeatMillis);
        utf8(out, "\nhost:" + settings.virtualHost());
        utf8(out, "\nlogin:" + settings.username());
        utf8(out, "\npasscode:" + settings.password());
        ascii(out, "\n\n\0");
    }

    static void subscribe(ByteBuf out, int id, UpstreamSubscription subscription) {
        ascii(out, "SUBSCRIBE\nid:" + id + "\nreceipt:" + id);
        header(out, "destination", subscription.destination());
        if (subscription.isShared()) {
            ascii(out, "\nack:client-individual\nprefetch-count:" + PREFETCH);
        } else {
            ascii(out, "\nack:auto\nexclusive:true\nauto-delete:true\ndurable:false");
            ascii(out, "\nx-queue-type:classic\nx-max-length:" + MAX_LENGTH);
        }
        ascii(out, "\n\n\0");
    }

    static void send(ByteBuf out, int receipt, UpstreamPublish publish) {
        ascii(out, "SEND\nreceipt:");
        ascii(out, Integer.toString(receipt));
        header(out, "destination", publish.destination());
        publish.headers().forEach((name, value) -> header(out, name, value));
        ascii(out, "\ncontent-length:");
        ascii(out, Integer.toString(publish.body().length));
        ascii(out, "\n\n");
        out.writeBytes(publish.body());
        out.writeByte(0);
    }

    /** Says of a message of a shared queue that it is done with, or to be offered again. */
    static void settle(ByteBuf out, String ackId, boolean done) {
        ascii(out, done ? "ACK" : "NACK");
        header(out, "id", ackId);
        ascii(out, "\n\n\0");
    }

    static void heartbeat(ByteBuf out) {
        out.writeByte('\n');
    }

    private static void header(ByteBuf out, String name, String value) {
        out.writeByte('\n');
        ascii(out, name);
        out.writeByte(':');
        utf8(out, HeaderBlock.escape(value));
    }

    private static void ascii(ByteBuf out, String text) {
        var unused = ByteBufUtil.writeAscii(out, text);
    }

    private static void utf8(ByteBuf out, String text) {
        var unused = ByteBufUtil.writeUtf8(out, text);
    }
}
