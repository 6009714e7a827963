package org.xinyidai.engine.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.models.dispute.Effect;
import org.xinyidai.models.dispute.UndisputedVector;

/**
 * All that made a score in 128 bits (评分输入摘要): the model, what disputes did, and every bit of the
 * vector. The instant of knowledge is left out: more knowledge that changes nothing is no new
 * score. For one thread.
 */
public final class ScoreDigest {
  public static final int BYTES = 16;

  private final byte[] model;
  private final MessageDigest sha256;

  /**
   * For scores by one model.
   *
   * @param modelDigest SHA-256 of the model's file, in hexadecimal
   */
  public ScoreDigest(String modelDigest) {
    model = (modelDigest + "\0").getBytes(UTF_8);
    sha256 = DigestUtils.getSha256Digest();
  }

  /** The digest in hexadecimal. */
  public String of(UndisputedVector vector) {
    byte[] stored = VectorCodec.encode(vector.vector());
    return HexFormat.of().formatHex(of(stored, vector.touched()));
  }

  /** The same of a vector as it is stored. */
  byte[] of(byte[] stored, Map<String, Effect> touched) {
    sha256.update(model);
    if (!touched.isEmpty()) {
      sha256.update(new TreeMap<>(touched).toString().getBytes(UTF_8));
    }
    VectorCodec.digest(stored, sha256);
    return Arrays.copyOf(sha256.digest(), BYTES);
  }
}
