package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** Sends any bytes at all, which no HTTP client would, and reads what comes back. */
final class RawClient {
  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;

  RawClient(int port) {
    this.port = port;
  }

  /** Sends a request that asks for the connection to be closed, and reads the whole answer. */
  String send(String request) {
    return exchange(request.getBytes(ISO_8859_1), false);
  }

  /** Sends bytes and hangs up; what comes back, if anything. */
  String sendAndHangUp(byte[] bytes) {
    return exchange(bytes, true);
  }

  private String exchange(byte[] bytes, boolean hangUp) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      if (hangUp) {
        socket.shutdownOutput();
      }
      return readAll(socket.getInputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The status of an answer, 0 where there is none. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  private static String readAll(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[4096];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.append(new String(buffer, 0, read, ISO_8859_1));
      }
    } catch (SocketException reset) {
      // The server closed while we still had bytes under way; what was read counts.
    }
    return text.toString();
  }
}
