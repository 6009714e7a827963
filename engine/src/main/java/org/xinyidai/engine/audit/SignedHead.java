package org.xinyidai.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.engine.store.AuditChain.Head;

/**
 * The end of the chain at a moment, signed with SM2 (签名链头). Kept away from the platform, it shows
 * later whether the chain was cut or written anew.
 *
 * @param number of the last entry then
 * @param digest its link, in hexadecimal
 * @param at when it was signed
 * @param publicKey of the signer, in hexadecimal
 * @param signature over number, digest and moment, in hexadecimal
 */
public record SignedHead(
    long number, String digest, Instant at, String publicKey, String signature) {

  /** Signs a head. */
  public static SignedHead of(Head head, Instant at, Sm2Key key) {
    byte[] text = text(head.number(), head.digest(), at);
    return new SignedHead(
        head.number(),
        head.digest(),
        at,
        key.publicHex(),
        HexFormat.of().formatHex(Sm2Seal.sign(key, text)));
  }

  /** Whether the holder of the key signed exactly this. */
  public boolean isGenuine(String trustedPublicKey) {
    return publicKey.equals(trustedPublicKey)
        && Sm2Seal.isGenuine(publicKey, text(number, digest, at), signature);
  }

  public Head head() {
    return new Head(number, digest);
  }

  private static byte[] text(long number, String digest, Instant at) {
    return (number + "\n" + digest + "\n" + at).getBytes(UTF_8);
  }
}
