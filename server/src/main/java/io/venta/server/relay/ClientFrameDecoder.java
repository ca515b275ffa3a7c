package io.venta.server.relay;

import io.venta.server.error.FatalErrors;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.util.MultiValueMap;

/**
 * Spring's decoder, with a bound to the pieces that a frame may come in: what is not whole is
 * decoded anew with each that comes, so that crumbs would cost a thousand times what the frame
 * does.
 *
 * <p>Libraries that cut frames at all cut them into 8 KiB or more.
 */
final class ClientFrameDecoder extends StompDecoder {

    private static final String PIECES = ClientFrameDecoder.class.getName() + ".pieces";
    private static final int LEAST_PIECE = 4 * 1024;
    private static final int LEAST_PIECES = 16;

    private final int maxPieces;

    /** A decoder of frames of so many bytes at most. */
    ClientFrameDecoder(int maxBytes) {
        this.maxPieces = Math.max(LEAST_PIECES, maxBytes / LEAST_PIECE);
    }

    /** Says nothing of what is awaited: Spring would then let pieces pass uncounted. */
    @Override
    public List<Message<byte[]>> decode(
            ByteBuffer buffer, @Nullable MultiValueMap<String, String> partialHeaders) {
        var messages = super.decode(buffer, null);
        var socket = FatalErrors.socketBeingRead();
        if (socket == null) {
            return messages;
        }
        var before = messages.isEmpty() ? (int) socket.getOrDefault(PIECES, 0) : 0;
        if (!buffer.hasRemaining()) {
            socket.remove(PIECES);
        } else if (before < maxPieces) {
            socket.put(PIECES, before + 1);
        } else {
            throw new StompConversionException("The frame comes in too many pieces");
        }
        return messages;
    }
}
