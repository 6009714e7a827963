package org.xinyidai.engine.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.xinyidai.models.subject.Uscc;

/**
 * The secret of one lender (机构密钥), never told to it: names of leads, marks and noise come of it by
 * HMAC-SM3 (GB/T 32905-2016), so that what two lenders are told cannot be put together.
 */
final class LenderKey {
  static final int BYTES = 32;
  private static final int NAME_BYTES = 12;

  private final byte[] secret;

  LenderKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a key has " + BYTES + " bytes");
    }
    this.secret = secret.clone();
  }

  /** By what name this lender knows an enterprise; by another name every other lender does. */
  String leadId(Uscc uscc) {
    return "l-" + name("lead", uscc.value());
  }

  /** What stands in a row of an export and in no other row anywhere. */
  String mark(String exportId, Uscc uscc) {
    return "m-" + name("mark", exportId + "\0" + uscc.value());
  }

  /** A number for an order or for noise: the same for the same text. */
  long number(String use, String text) {
    return ByteBuffer.wrap(mac(use, text)).getLong();
  }

  private String name(String use, String text) {
    return HexFormat.of().formatHex(Arrays.copyOf(mac(use, text), NAME_BYTES));
  }

  private byte[] mac(String use, String text) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret));
    byte[] bytes = (use + "\0" + text).getBytes(UTF_8);
    mac.update(bytes, 0, bytes.length);
    byte[] sum = new byte[mac.getMacSize()];
    mac.doFinal(sum, 0);
    return sum;
  }
}
