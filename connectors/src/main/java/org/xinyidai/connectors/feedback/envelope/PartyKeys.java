package org.xinyidai.connectors.feedback.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.xinyidai.connectors.seal.Sm2Key;

/**
 * The private keys of a party (签名密钥与加密密钥), two as GM/T 0034 asks: one signs, one opens. Each lies
 * in a file that its owner alone may read.
 */
public record PartyKeys(String code, Sm2Key signing, Sm2Key opening) {
  public PartyKeys {
    if (!BatchHeader.isCode(code)) {
      throw new IllegalArgumentException("not the code of a party: " + code);
    }
  }

  /** The keys in the files sign.sm2 and open.sm2 of a folder; fresh ones where there are none. */
  public static PartyKeys ofFolder(String code, Path folder, SecureRandom random)
      throws IOException {
    return new PartyKeys(
        code,
        Sm2Key.ofFile(folder.resolve("sign.sm2"), random),
        Sm2Key.ofFile(folder.resolve("open.sm2"), random));
  }

  /** What others are given. */
  public PartyCard card() {
    return new PartyCard(code, signing.publicHex(), opening.publicHex());
  }
}
