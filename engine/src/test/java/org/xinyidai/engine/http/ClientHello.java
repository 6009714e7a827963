package org.xinyidai.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/**
 * The first message of a TLS client, written by hand: no client library still speaks the old ones.
 */
final class ClientHello {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int ANSWER_BYTES = 7;

  /** Curve P-256, points uncompressed, ECDSA and RSA with SHA-256. */
  private static final String EXTENSIONS =
      "000a00040002" + "0017" + "000b00020100" + "000d0006000404030401";

  private ClientHello() {}

  /** What an alert of a level and a description looks like, whatever version it is told in. */
  record Answer(int kind, int level, int description) {
    static final int HANDSHAKE = 22;
    static final int ALERT = 21;
    static final int FATAL = 2;
    static final int PROTOCOL_VERSION = 70;
    static final int HANDSHAKE_FAILURE = 40;
  }

  /** Offers one version and some suites, and reads how the server begins to answer. */
  static Answer send(int port, int version, int... suites) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(record(version, suites));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(ANSWER_BYTES);
      return new Answer(answer[0], answer[5], answer[6]);
    }
  }

  private static byte[] record(int version, int... suites) throws IOException {
    byte[] extensions = HexFormat.of().parseHex(EXTENSIONS);
    ByteArrayOutputStream hello = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(hello);
    out.writeShort(version);
    out.write(new byte[32]);
    out.writeByte(0);
    out.writeShort(2 * suites.length);
    for (int suite : suites) {
      out.writeShort(suite);
    }
    out.writeShort(0x0100);
    out.writeShort(extensions.length);
    out.write(extensions);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    DataOutputStream framed = new DataOutputStream(record);
    framed.writeByte(Answer.HANDSHAKE);
    framed.writeShort(0x0301);
    framed.writeShort(4 + hello.size());
    framed.writeInt((1 << 24) | hello.size());
    framed.write(hello.toByteArray());
    return record.toByteArray();
  }
}
