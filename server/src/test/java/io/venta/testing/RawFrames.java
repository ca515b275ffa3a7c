package io.venta.testing;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;

/** What a client's side of a WebSocket looks like on the wire. */
public final class RawFrames {

    /** First byte of a whole text frame. */
    public static final int TEXT = 0x81;

    private static final int MASKED = 0x80;

    private RawFrames() {}

    /** The request that asks for the upgrade. */
    public static String handshake(URI url, String... headers) {
        var more = String.join("", List.of(headers).stream().map(line -> line + "\r\n").toList());
        return """
               GET /ws HTTP/1.1\r
               Host: %s\r
               Upgrade: websocket\r
               Connection: Upgrade\r
               Sec-WebSocket-Version: 13\r
               Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
               Sec-WebSocket-Protocol: v12.stomp\r
               %s\r
               """
                .formatted(url.getAuthority(), more);
    }

    /** A frame of the WebSocket as it goes over the wire. */
    public static byte[] encode(int firstByte, byte[] payload) {
        var length = payload.length;
        var frame = new ByteArrayOutputStream(length + 14);
        frame.write(firstByte);
        if (length < 126) {
            frame.write(MASKED | length);
        } else if (length <= 0xffff) {
            frame.write(MASKED | 126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            frame.write(MASKED | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
        // A mask of zeros leaves the payload as it is.
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
